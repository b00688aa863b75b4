// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/icons.h"

#include "ui/theme/theme.h"

#include <QFile>
#include <QHash>
#include <QIconEngine>
#include <QPainter>
#include <QPixmapCache>
#include <QSvgRenderer>

namespace chengdan::ui {

namespace {

QString iconFile(const QString& name)
{
    return QStringLiteral(":/icons/") + name + QStringLiteral(".svg");
}

QByteArray iconSource(const QString& name)
{
    static QHash<QString, QByteArray> sources;
    const auto known = sources.constFind(name);
    if (known != sources.cend())
        return *known;
    QFile file(iconFile(name));
    const QByteArray source = file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    sources.insert(name, source);
    return source;
}

// Rendered once per name, colour and device size; painting a list row is then one blit.
QPixmap tintedPixmap(const QString& name, const QColor& colour, QSize deviceSize)
{
    const QString key = QStringLiteral("chengdan/%1/%2/%3x%4")
                            .arg(name, colour.name())
                            .arg(deviceSize.width())
                            .arg(deviceSize.height());
    QPixmap pixmap;
    if (QPixmapCache::find(key, &pixmap))
        return pixmap;
    pixmap = QPixmap(deviceSize);
    pixmap.fill(Qt::transparent);
    QByteArray source = iconSource(name);
    source.replace("currentColor", colour.name().toLatin1());
    QSvgRenderer renderer(source);
    if (renderer.isValid()) {
        QPainter painter(&pixmap);
        // In a box wider than high the picture stands left: the rest is the gap to the word.
        const qreal side = qMin(deviceSize.width(), deviceSize.height());
        renderer.render(&painter, QRectF(0, (deviceSize.height() - side) / 2, side, side));
    }
    QPixmapCache::insert(key, pixmap);
    return pixmap;
}

class TokenIconEngine : public QIconEngine {
public:
    TokenIconEngine(QString name, Token off, Token on)
        : m_name(std::move(name))
        , m_off(off)
        , m_on(on)
    {
    }
    void paint(QPainter* painter, const QRect& rect, QIcon::Mode mode, QIcon::State state) override
    {
        const qreal ratio = painter->device()->devicePixelRatioF();
        QPixmap pixmap = scaledPixmap(rect.size() * ratio, mode, state, ratio);
        painter->drawPixmap(rect, pixmap);
    }
    QPixmap pixmap(const QSize& size, QIcon::Mode mode, QIcon::State state) override
    {
        return tintedPixmap(m_name, colour(mode, state), size);
    }
    QPixmap scaledPixmap(
        const QSize& size, QIcon::Mode mode, QIcon::State state, qreal ratio) override
    {
        QPixmap drawn = tintedPixmap(m_name, colour(mode, state), size);
        drawn.setDevicePixelRatio(ratio);
        return drawn;
    }
    QIconEngine* clone() const override { return new TokenIconEngine(m_name, m_off, m_on); }

private:
    QColor colour(QIcon::Mode mode, QIcon::State state) const
    {
        if (mode == QIcon::Disabled)
            return themeColor(Token::Disabled);
        return themeColor(state == QIcon::On ? m_on : m_off);
    }
    QString m_name;
    Token m_off;
    Token m_on;
};

} // namespace

QIcon icon(const QString& name, Token token)
{
    return QIcon(new TokenIconEngine(name, token, token));
}

QIcon icon(const QString& name, Token token, Token on)
{
    return QIcon(new TokenIconEngine(name, token, on));
}

void paintIcon(QPainter* painter, const QRectF& rect, const QString& name, Token token)
{
    const qreal ratio = painter->device()->devicePixelRatioF();
    const QSize size = (rect.size() * ratio).toSize();
    QPixmap pixmap = tintedPixmap(name, themeColor(token), size);
    painter->drawPixmap(rect, pixmap, QRectF(QPointF(), QSizeF(size)));
}

bool hasIcon(const QString& name)
{
    return QFile::exists(iconFile(name));
}

} // namespace chengdan::ui
