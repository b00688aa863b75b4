// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/chengdan/window_shown.h"

#include <QEvent>
#include <QTimer>
#include <QWidget>

#include <utility>
#include <vector>

namespace chengdan::app {

namespace {

constexpr int kWithoutPaintingMs = 1000;

/// One for each window that has acts waiting.
class FirstPainting : public QObject {
public:
    explicit FirstPainting(QWidget& window)
        : QObject(&window)
    {
        window.installEventFilter(this);
        // Counted from the first turn of the event loop: making the window takes its own time.
        QMetaObject::invokeMethod(
            this,
            [this] {
                QTimer::singleShot(kWithoutPaintingMs, this, [this] { end(Shown::NotYet); });
            },
            Qt::QueuedConnection);
    }
    static FirstPainting& of(QWidget& window)
    {
        for (QObject* child : window.children()) {
            auto* known = dynamic_cast<FirstPainting*>(child);
            if (known != nullptr && !known->m_ended)
                return *known;
        }
        return *new FirstPainting(window);
    }
    void add(std::function<void(Shown)> act) { m_acts.push_back(std::move(act)); }
    bool eventFilter(QObject* watched, QEvent* event) override
    {
        if (event->type() == QEvent::Paint) {
            watched->removeEventFilter(this);
            // Behind the events of this painting: the children's are among them.
            QMetaObject::invokeMethod(
                this, [this] { end(Shown::Painted); }, Qt::QueuedConnection);
        }
        return false;
    }

private:
    void end(Shown shown)
    {
        if (std::exchange(m_ended, true))
            return; // called in time
        deleteLater();
        const auto acts = std::exchange(m_acts, {});
        for (const auto& act : acts) // which may run loops of their own, and end this object
            act(shown);
    }
    std::vector<std::function<void(Shown)>> m_acts;
    bool m_ended = false;
};

} // namespace

void onceShown(QWidget& window, std::function<void(Shown)> act)
{
    FirstPainting::of(window).add(std::move(act));
}

} // namespace chengdan::app
