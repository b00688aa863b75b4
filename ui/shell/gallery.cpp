// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/gallery.h"

#include "ui/shared/job_list.h"
#include "ui/shared/list_page.h"
#include "ui/shared/toast.h"
#include "ui/shell/command_palette.h"
#include "ui/shell/main_window.h"
#include "ui/shell/task_panel.h"

#include <QApplication>
#include <QDeadlineTimer>
#include <QImage>
#include <QPainter>
#include <QThread>

namespace chengdan::ui {

namespace {

// Lists load on their own threads; a picture waits until none of them is at work.
void waitForRows(MainWindow& window, bool settles)
{
    QDeadlineTimer deadline(settles ? 10'000 : 500);
    int quiet = 0;
    while (quiet < 4 && !deadline.hasExpired()) {
        QApplication::processEvents(QEventLoop::AllEvents, 20);
        bool loading = window.navigator().jobs().isBusy();
        for (const CommandPalette* palette : window.findChildren<CommandPalette*>())
            loading = loading || palette->isSearching();
        for (const ListPage* list : window.findChildren<ListPage*>())
            loading = loading || list->isWaiting();
        quiet = loading ? 0 : quiet + 1;
        QThread::msleep(10);
    }
}

Result<QString> writePicture(QWidget& shown, const QString& file, double scale)
{
    QImage image(shown.size() * scale, QImage::Format_ARGB32_Premultiplied);
    image.setDevicePixelRatio(scale);
    image.fill(themeColor(Token::App));
    shown.render(&image);
    if (!image.save(file))
        return fail("FILE_WRITE",
            {},
            {{QStringLiteral("path"), file}, {QStringLiteral("reason"), QStringLiteral("PNG")}});
    return file;
}

struct GalleryLook {
    Theme::Mode mode;
    Language language;
    const char* suffix;
    int textSize = 100;
};
constexpr GalleryLook kGalleryLooks[] = {
    {Theme::Mode::Light, Language::Chinese, "-light-zh.png"},
    {Theme::Mode::Dark, Language::Chinese, "-dark-zh.png"},
    {Theme::Mode::Light, Language::English, "-light-en.png"},
    {Theme::Mode::Dark, Language::English, "-dark-en.png"},
    {Theme::Mode::Light, Language::Chinese, "-large-zh.png", 140},
};

bool isWanted(const GalleryLook& look, const GalleryChoice& choice)
{
    const auto theme = choice.theme.value_or(Theme::Mode::System);
    return (theme == Theme::Mode::System || theme == look.mode)
        && choice.language.value_or(look.language) == look.language;
}

// What the scenes of the last look opened is closed again, so that each page shows itself. A window
// that is not active gives no focus, and a page may ask for it without end; few steps are enough.
void closeWhatIsOpen(MainWindow& window)
{
    if (auto* palette = window.findChild<CommandPalette*>())
        palette->hide();
    if (auto* tasks = window.findChild<TaskPanel*>())
        tasks->hide();
    if (auto* toast = window.findChild<Toast*>())
        toast->hide();
    constexpr int kSteps = 6;
    for (int step = 0; step < kSteps; ++step) {
        if (window.currentPage() == nullptr || !window.currentPage()->closeInner())
            return;
    }
}

Result<void> renderLook(MainWindow& window,
    const GalleryLook& look,
    const QDir& dir,
    double scale,
    QStringList& written)
{
    const auto take =
        [&](QWidget& shown, const QString& name, bool settles = true) -> Result<void> {
        const QString file = name + QString::fromLatin1(look.suffix);
        waitForRows(window, settles);
        const auto done = writePicture(shown, dir.filePath(file), scale);
        if (!done)
            return fail(done.error());
        written.append(file);
        return {};
    };
    Theme::instance().setMode(look.mode);
    Theme::instance().setTextSize(look.textSize);
    window.setLanguage(look.language);
    for (const PageSpec& page : window.pages()) {
        window.navigator().openPage(page.id);
        closeWhatIsOpen(window);
        if (const auto done = take(window, page.id); !done)
            return done;
    }
    for (const GalleryScene& scene : window.scenes()) {
        closeWhatIsOpen(window);
        QWidget* shown = scene.show();
        if (!shown)
            continue;
        // A child lies over the window and is pictured with it; a dialog stands alone.
        QWidget& whole = shown->isWindow() ? *shown : window;
        const auto done = take(whole, scene.name, scene.settles);
        if (shown->isWindow() && shown != &window)
            delete shown;
        else if (shown != &window)
            shown->hide();
        if (!done)
            return done;
    }
    return {};
}

} // namespace

Result<QStringList> renderGallery(
    MainWindow& window, const QDir& dir, QSize size, double scale, const GalleryChoice& choice)
{
    const Theme::Mode mode = Theme::instance().mode();
    const Language language = window.language();
    const int textSize = Theme::instance().textSize();
    QDir().mkpath(dir.absolutePath());
    window.resize(size);
    window.show();
    QStringList written;
    Result<void> outcome;
    for (const GalleryLook& look : kGalleryLooks) {
        if (!isWanted(look, choice))
            continue;
        outcome = renderLook(window, look, dir, scale, written);
        if (!outcome)
            break;
    }
    Theme::instance().setMode(mode);
    Theme::instance().setTextSize(textSize);
    window.setLanguage(language);
    if (!outcome)
        return fail(outcome.error());
    return written;
}

} // namespace chengdan::ui
