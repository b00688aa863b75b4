// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/theme.h"

#include "ui/theme/desktop_scheme.h"

#include <QAbstractButton>
#include <QApplication>
#include <QFile>
#include <QFontDatabase>
#include <QProxyStyle>
#include <QPushButton>
#include <QRegularExpression>
#include <QStyle>
#include <QStyleFactory>
#include <QTemporaryDir>
#include <QToolButton>
#include <QToolTip>
#include <QWidget>

// The resource of a static library is dropped by the linker unless it is named; the macro must
// stand outside any namespace.
static void loadChengdanResources()
{
    Q_INIT_RESOURCE(chengdan);
}

namespace chengdan::ui {

namespace {

// First family that is installed gives the letters; the others fill in missing glyphs.
QStringList preferredFamilies()
{
#ifdef Q_OS_WIN
    return {QStringLiteral("Microsoft YaHei UI"), QStringLiteral("Segoe UI")};
#else
    return {QStringLiteral("Noto Sans CJK SC"),
        QStringLiteral("Source Han Sans SC"),
        QStringLiteral("WenQuanYi Micro Hei"),
        QStringLiteral("WenQuanYi Zen Hei"),
        QStringLiteral("Microsoft YaHei UI"),
        QStringLiteral("DejaVu Sans")};
#endif
}

/// The style sheet engine sets 4 px between icon and word; a wider icon box makes it 8.
class IconGapStyle : public QProxyStyle {
public:
    using QProxyStyle::polish;
    using QProxyStyle::QProxyStyle;
    void polish(QWidget* widget) override
    {
        QProxyStyle::polish(widget);
        auto* button = qobject_cast<QAbstractButton*>(widget);
        if (!button || button->icon().isNull() || button->text().isEmpty())
            return;
        const auto* tool = qobject_cast<QToolButton*>(button);
        if (tool ? tool->toolButtonStyle() != Qt::ToolButtonTextBesideIcon
                 : !qobject_cast<QPushButton*>(button))
            return;
        const QSize size = button->iconSize();
        if (size.width() == size.height())
            button->setIconSize(QSize(size.width() + 4, size.height()));
    }
};

void polishWith(QWidget* widget, const char* property, const char* value)
{
    if (widget->property(property).toByteArray() == value)
        return;
    widget->setProperty(property, QString::fromLatin1(value));
    if (!widget->testAttribute(Qt::WA_WState_Polished))
        return; // it gets its look when it is shown
    widget->style()->unpolish(widget);
    widget->style()->polish(widget);
    widget->update();
}

} // namespace

Theme::Theme() = default;
Theme::~Theme() = default;

Theme& Theme::instance()
{
    static Theme theme;
    return theme;
}

void Theme::install(QApplication& application)
{
    loadChengdanResources();
    m_application = &application;
    // Its first look at the palette must come before ours replaces it. A second install keeps what
    // is known of the desktop.
    if (!m_desktop) {
        m_desktop = std::make_unique<DesktopScheme>(application);
        connect(m_desktop.get(), &DesktopScheme::changed, this, &Theme::followDesktop);
    }
    const QStringList installed = QFontDatabase::families();
    m_families.clear();
    for (const QString& family : preferredFamilies()) {
        if (installed.contains(family))
            m_families.append(family);
    }
    QApplication::setStyle(new IconGapStyle(QStyleFactory::create(QStringLiteral("Fusion"))));
    apply();
}

void Theme::setMode(Mode mode)
{
    if (m_mode == mode)
        return;
    const Scheme before = scheme();
    m_mode = mode;
    if (scheme() != before)
        apply();
}

Scheme Theme::scheme() const
{
    if (m_mode == Mode::System)
        return m_desktop ? m_desktop->scheme() : Scheme::Light;
    return m_mode == Mode::Dark ? Scheme::Dark : Scheme::Light;
}

void Theme::setTextSize(int percent)
{
    const int kept = qBound(90, percent, 140);
    if (kept == m_textSize)
        return;
    m_textSize = kept;
    apply();
}

QColor Theme::color(Token token) const
{
    return QColor::fromRgb(tokenRgb(token, scheme()));
}

QFont Theme::font(TextRole role) const
{
    if (const auto known = m_fonts.constFind(int(role)); known != m_fonts.cend())
        return *known;
    QFont font;
    if (!m_families.isEmpty())
        font.setFamilies(m_families);
    font.setPixelSize(px(textPixels(role)));
    font.setWeight(QFont::Weight(textWeight(role)));
    // The listed faces set figures at one width; kerning could still pull them out of column.
    font.setKerning(false);
    m_fonts.insert(int(role), font);
    return font;
}

void Theme::followDesktop()
{
    if (scheme() != m_applied)
        apply();
    else // only the palette was given back while the desktop was asked
        QApplication::setPalette(palette());
}

void Theme::apply()
{
    m_applied = scheme();
    m_fonts.clear();
    if (!m_application)
        return;
    m_application->setPalette(palette());
    QApplication::setFont(font(TextRole::Body));
    QToolTip::setFont(font(TextRole::Caption));
    m_application->setStyleSheet(styleSheet());
    Q_EMIT themeChanged();
}

QPalette Theme::palette() const
{
    QPalette palette;
    const auto set = [&](QPalette::ColorRole role, Token token) {
        palette.setColor(role, color(token));
    };
    set(QPalette::Window, Token::App);
    set(QPalette::WindowText, Token::Text);
    set(QPalette::Base, Token::Surface);
    set(QPalette::AlternateBase, Token::Subtle);
    set(QPalette::Text, Token::Text);
    set(QPalette::PlaceholderText, Token::Text3);
    set(QPalette::Button, Token::Surface);
    set(QPalette::ButtonText, Token::Text);
    set(QPalette::BrightText, Token::Danger);
    set(QPalette::Highlight, Token::Accent);
    set(QPalette::HighlightedText, Token::OnAccent);
    set(QPalette::Link, Token::AccentText);
    set(QPalette::LinkVisited, Token::AccentText);
    set(QPalette::ToolTipBase, Token::Text);
    set(QPalette::ToolTipText, Token::Surface);
    set(QPalette::Light, Token::Surface);
    set(QPalette::Midlight, Token::Subtle);
    set(QPalette::Mid, Token::Border);
    set(QPalette::Dark, Token::BorderControl);
    set(QPalette::Shadow, Token::Border);
    for (const QPalette::ColorRole role :
        {QPalette::WindowText, QPalette::Text, QPalette::ButtonText})
        palette.setColor(QPalette::Disabled, role, color(Token::Disabled));
    return palette;
}

QString Theme::styleSheet() const
{
    QFile file(QStringLiteral(":/theme/chengdan.qss"));
    if (!file.open(QIODevice::ReadOnly))
        return {};
    QString sheet = QString::fromUtf8(file.readAll());
    // ~13 is a length that grows with the text size, @name a colour, !icon:token a tinted picture.
    static const QRegularExpression token(QStringLiteral("~(\\d+)|@(\\w+)|!([a-z0-9-]+):(\\w+)"));
    QHash<QString, Token> names;
    for (int i = 0; i < int(Token::Count); ++i)
        names.insert(tokenName(Token(i)), Token(i));
    QString result;
    qsizetype at = 0;
    auto matches = token.globalMatch(sheet);
    while (matches.hasNext()) {
        const auto match = matches.next();
        result += QStringView(sheet).mid(at, match.capturedStart() - at);
        if (match.hasCaptured(1)) {
            result += QString::number(px(match.capturedView(1).toInt())) + QStringLiteral("px");
        } else if (match.hasCaptured(2) && match.capturedLength(2) > 0) {
            Q_ASSERT(names.contains(match.captured(2)));
            result += color(names.value(match.captured(2))).name();
        } else {
            result += tintedFile(match.captured(3), names.value(match.captured(4)));
        }
        at = match.capturedEnd();
    }
    return result + sheet.mid(at);
}

// A style sheet takes pictures by file name only, so the few it needs are written in the token's
// colour beside each other and removed with the program.
QString Theme::tintedFile(const QString& icon, Token token) const
{
    if (!m_tinted)
        m_tinted = std::make_unique<QTemporaryDir>();
    const QString colour = color(token).name();
    const QString name =
        m_tinted->filePath(icon + QLatin1Char('-') + colour.mid(1)) + QStringLiteral(".svg");
    if (!QFile::exists(name)) {
        QFile source(QStringLiteral(":/icons/") + icon + QStringLiteral(".svg"));
        QFile target(name);
        if (source.open(QIODevice::ReadOnly) && target.open(QIODevice::WriteOnly))
            target.write(source.readAll().replace("currentColor", colour.toLatin1()));
    }
    return name;
}

QColor themeColor(Token token)
{
    return Theme::instance().color(token);
}

QFont themeFont(TextRole role)
{
    return Theme::instance().font(role);
}

int themePx(int length)
{
    return Theme::instance().px(length);
}

void setRole(QWidget* widget, const char* role)
{
    polishWith(widget, "role", role);
}

void setKind(QWidget* widget, const char* kind)
{
    polishWith(widget, "kind", kind);
}

} // namespace chengdan::ui
