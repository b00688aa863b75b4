// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/access/saved_view.h"

#include "core/access/validation.h"
#include "core/storage/store.h"

namespace chengdan {

template <>
const schema::RecordType& schema::describe<access::SavedView>()
{
    using access::SavedView;
    static const RecordType type = recordType<SavedView>({
        .table = "saved_view",
        .number = 95,
        .label = QT_TRANSLATE_NOOP("schema", "Saved view"),
        .plural = QT_TRANSLATE_NOOP("schema", "Saved views"),
        .scope = Scope::Settings,
        .title = "name",
        .since = 2,
        .columns =
            {
                column<&SavedView::page>({.name = "page",
                    .label = QT_TRANSLATE_NOOP("schema", "List"),
                    .required = true,
                    .indexed = true,
                    .inList = InList::Yes,
                    .since = 2}),
                column<&SavedView::name>({.name = "name",
                    .label = QT_TRANSLATE_NOOP("schema", "View name"),
                    .hint = QT_TRANSLATE_NOOP("schema", "A few words for the tab"),
                    .required = true,
                    .searchable = true,
                    .inList = InList::Yes,
                    .since = 2}),
                column<&SavedView::content>({.name = "content",
                    .label = QT_TRANSLATE_NOOP("schema", "Filter, order and columns"),
                    .since = 2}),
                column<&SavedView::shared>({.name = "shared",
                    .label = QT_TRANSLATE_NOOP("schema", "Shared with everybody"),
                    .inList = InList::Yes,
                    .since = 2}),
                column<&SavedView::position>({.name = "position",
                    .label = QT_TRANSLATE_NOOP("schema", "Position"),
                    .since = 2}),
            },
    });
    return type;
}

namespace access {

namespace {

std::vector<SavedView> visibleViews(
    storage::Connection& connection, const QString& page, PersonId person)
{
    return storage::select<SavedView>(connection,
        QStringLiteral("page = ? AND (shared = 1 OR owner = ?) ORDER BY position, rid"),
        {page, qint64{person.number()}});
}

} // namespace

Result<std::vector<SavedView>> SavedViewService::viewsOf(const QString& page) const
{
    return m_context.database.read(
        [&](storage::Connection& connection) -> Result<std::vector<SavedView>> {
            return visibleViews(connection, page, m_context.session.id());
        });
}

bool SavedViewService::mayShare() const
{
    return m_context.session.has(Right::QuoteApprove) || m_context.session.has(Right::Administer);
}

// Who may share keeps the shared views, whoever made them; a private one belongs to its owner.
Result<void> SavedViewService::checkMayChange(const SavedView& stored) const
{
    if (stored.shared)
        return mayShare() ? Result<void>() : m_context.session.require(Right::Administer);
    if (stored.meta.owner != m_context.session.id())
        return fail("NOT_YOURS");
    return {};
}

Result<SavedView> SavedViewService::save(SavedView view)
{
    if (view.shared && !mayShare()) {
        if (auto allowed = m_context.session.require(Right::Administer); !allowed)
            return fail(allowed.error());
    }
    return m_context.database.write(
        m_context.session.id(), [&](storage::Transaction& transaction) -> Result<SavedView> {
            storage::Connection& connection = transaction.connection();
            view.name = view.name.simplified();
            Findings findings;
            checkRecord(connection, view, findings);
            const auto others = visibleViews(connection, view.page, m_context.session.id());
            for (const SavedView& other : others) {
                if (other.id != view.id && other.name == view.name) {
                    findings.add(Error::make("DUPLICATE",
                        QStringLiteral("name"),
                        {{QStringLiteral("value"), view.name},
                            {QStringLiteral("other"), other.name}}));
                }
            }
            if (auto checked = findings.result(); !checked)
                return fail(checked.error());
            if (view.meta.rid == 0) {
                view.id = SavedViewId::make(m_context.ids);
                view.meta.owner = m_context.session.id();
                view.position = others.empty() ? 1 : others.back().position + 1;
                storage::insert(transaction, view);
                return view;
            }
            const auto stored = storage::load<SavedView>(connection, view.id);
            if (!stored)
                return fail(stored.error());
            if (auto allowed = checkMayChange(*stored); !allowed)
                return fail(allowed.error());
            view.meta = stored->meta;
            storage::update(transaction, view);
            return view;
        });
}

Result<void> SavedViewService::remove(const SavedViewId& id)
{
    return m_context.database.write(
        m_context.session.id(), [&](storage::Transaction& transaction) -> Result<void> {
            auto stored = storage::load<SavedView>(transaction.connection(), id);
            if (!stored)
                return fail(stored.error());
            if (auto allowed = checkMayChange(*stored); !allowed)
                return allowed;
            storage::remove(transaction, *stored);
            return {};
        });
}

} // namespace access

} // namespace chengdan
