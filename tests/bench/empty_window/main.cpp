// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The least a Qt program with a window is: the measure for our own start.
#include <QApplication>
#include <QLabel>
#include <QMainWindow>
#include <QMenuBar>

#include <cstdio>

namespace {

class Window : public QMainWindow {
protected:
    void paintEvent(QPaintEvent* event) override
    {
        QMainWindow::paintEvent(event);
        if (m_painted)
            return;
        m_painted = true;
        QMetaObject::invokeMethod(
            this,
            [] {
                std::puts("painted");
                std::fflush(stdout);
                QCoreApplication::quit();
            },
            Qt::QueuedConnection);
    }

private:
    bool m_painted = false;
};

} // namespace

int main(int argc, char** argv)
{
    const QApplication application(argc, argv);
    Window window;
    window.menuBar()->addMenu(QStringLiteral("文件"))->addAction(QStringLiteral("退出"));
    window.setCentralWidget(new QLabel(QStringLiteral("成单")));
    window.resize(1440, 900);
    window.show();
    return QApplication::exec();
}
