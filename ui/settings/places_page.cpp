// SPDX-FileCopyrightText: The Chengdan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/places_page.h"

#include "core/storage/store.h"
#include "ui/settings/live_button.h"
#include "ui/settings/office_bar.h"
#include "ui/settings/place_subjects.h"
#include "ui/shared/navigator.h"
#include "ui/shared/notice_bridge.h"
#include "ui/shared/record_panel.h"
#include "ui/shared/record_source.h"
#include "ui/shared/staff_office.h"
#include "ui/theme/theme.h"

#include <QLayout>
#include <QPushButton>
#include <QVBoxLayout>

namespace chengdan::ui {

namespace {

const schema::RecordType& placeType(PlacesPage::Kind kind)
{
    return kind == PlacesPage::Kind::Teams ? schema::describe<access::Team>()
                                           : schema::describe<access::Region>();
}

QStringList placeColumns(PlacesPage::Kind kind)
{
    if (kind == PlacesPage::Kind::Teams)
        return {QStringLiteral("name"),
            QStringLiteral("boss"),
            QStringLiteral("region"),
            QStringLiteral("closed")};
    return {QStringLiteral("name"), QStringLiteral("code"), QStringLiteral("closed")};
}

// A team's leader is a plain number in the file; the list shows the name.
class PlaceSource : public RecordListSource {
public:
    PlaceSource(storage::Database& database, PlacesPage::Kind kind)
        : RecordListSource(database, placeType(kind), placeColumns(kind), {})
        , m_database(database)
        , m_teams(kind == PlacesPage::Kind::Teams)
    {
    }

protected:
    ListRow present(const storage::ListRow& stored) const override
    {
        ListRow row = RecordListSource::present(stored);
        constexpr std::size_t kBossAt = 1;
        if (!m_teams || row.values.size() <= kBossAt || row.values[kBossAt].isNull())
            return row;
        const PersonId boss = PersonId::fromNumber(row.values[kBossAt].toInt());
        const auto person = storage::find<access::Person>(m_database.reader(), boss);
        row.values[kBossAt] = person ? person->name : QString();
        return row;
    }

private:
    storage::Database& m_database;
    bool m_teams;
};

std::vector<ColumnSpec> placeSpecs(PlacesPage::Kind kind)
{
    std::vector<ColumnSpec> specs;
    for (const QString& name : placeColumns(kind))
        specs.push_back(columnSpec(placeType(kind), name));
    specs[0].stretch = true;
    specs[0].width = 200;
    specs[1].width = 140;
    if (kind == PlacesPage::Kind::Teams)
        specs[1].kind = CellKind::Person;
    specs.back().kind = CellKind::Tag;
    specs.back().width = 110;
    specs.back().look = [](const QVariant& value) {
        const bool closed = value.toLongLong() != 0;
        CellLook look;
        look.text = closed ? PlacesPage::tr("Closed") : PlacesPage::tr("In use");
        look.tone = closed ? Tone::Neutral : Tone::Ok;
        return look;
    };
    return specs;
}

} // namespace

/// The chosen team or region.
class PlacePanel : public EditPanel {
public:
    PlacePanel(const access::Context& context, PlacesPage::Kind kind, StaffOffice* office)
        : EditPanel(kind == PlacesPage::Kind::Teams ? QStringLiteral("teamPanel")
                                                    : QStringLiteral("regionPanel"),
            context.database,
            context.clock.today())
        , m_context(context)
        , m_kind(kind)
        , m_office(office)
        , m_record(new RecordPanel(context.database, placeType(kind)))
    {
        m_record->layout()->setContentsMargins(metric::kPageSide, 4, metric::kPageSide, 12);
        view()->addWidget(m_record);
        view()->addStretch(1);
        setAllowed(false, false);
        if (office == nullptr)
            return;
        connect(office, &StaffOffice::changed, this, &PlacePanel::allow);
        follow({&placeType(kind)}); // what the server took comes by itself
    }
    bool editRecord() override
    {
        if (isEditing() || key() == 0 || isClosed())
            return isEditing();
        edit([this] { return subject(key()); });
        return true;
    }
    // Closing is a field of the form: what is still in use says so there.
    bool deleteRecord() override { return editRecord(); }
    void startNew()
    {
        edit([this] { return subject(0); });
    }

protected:
    void showKey(qint64 key) override
    {
        m_record->showRecord(key);
        allow();
    }
    QString kindText() const override
    {
        return m_kind == PlacesPage::Kind::Teams ? PlacesPage::tr("Team")
                                                 : PlacesPage::tr("Region");
    }

private:
    bool isClosed() const { return m_office != nullptr && m_office->closed(); }
    void allow() { setAllowed(key() != 0 && !isClosed(), false); }
    template <typename T, typename Subject>
    std::unique_ptr<FormSubject> subjectOf(qint64 key)
    {
        T place;
        if (key != 0) {
            auto stored = m_context.database.read(
                [&](storage::Connection& connection) -> Result<std::optional<T>> {
                    return storage::findByRid<T>(connection, key);
                });
            if (!stored || !*stored)
                return nullptr;
            place = std::move(**stored);
        }
        return std::make_unique<Subject>(m_context, std::move(place), m_office);
    }
    std::unique_ptr<FormSubject> subject(qint64 key)
    {
        return m_kind == PlacesPage::Kind::Teams ? subjectOf<access::Team, TeamSubject>(key)
                                                 : subjectOf<access::Region, RegionSubject>(key);
    }
    const access::Context& m_context;
    PlacesPage::Kind m_kind;
    StaffOffice* m_office;
    RecordPanel* m_record;
};

ListSetup PlacesPage::setup(const access::Context& context, Kind kind)
{
    const bool teams = kind == Kind::Teams;
    ListSetup setup;
    setup.name = teams ? QStringLiteral("teams") : QStringLiteral("regions");
    setup.title = [teams] { return teams ? tr("Teams") : tr("Regions"); };
    setup.source = std::make_unique<PlaceSource>(context.database, kind);
    setup.columns = [kind] { return placeSpecs(kind); };
    setup.filterHint = [] { return tr("Name"); };
    setup.emptyIcon = teams ? QStringLiteral("users") : QStringLiteral("map-pin");
    setup.emptyText = [teams] {
        return teams ? tr("There are no teams yet") : tr("There are no regions yet");
    };
    setup.emptyAction = [teams] { return teams ? tr("New team") : tr("New region"); };
    setup.views = {{QStringLiteral("open"),
                       [] { return tr("In use"); },
                       {{QStringLiteral("closed"), qint64{0}}}},
        {QStringLiteral("all"), [] { return tr("All"); }, {}}};
    setup.start.sortColumn = QStringLiteral("name");
    setup.type = &placeType(kind);
    setup.today = context.clock.today();
    return setup;
}

PlacesPage::PlacesPage(const access::Context& context,
    Navigator& navigator,
    Kind kind,
    StaffOffice* office,
    QWidget* parent)
    : ListPage(setup(context, kind), parent)
    , m_kind(kind)
    , m_office(office)
    , m_panel(new PlacePanel(context, kind, office))
{
    setPanel(m_panel);
    // Set back by another act, never by taking back.
    connectEditing(*this, *m_panel, [&navigator](const QString& description, EditPanel::Act) {
        navigator.toast(description);
    });
    const bool teams = kind == Kind::Teams;
    auto* add = new LiveButton(teams ? QStringLiteral("teamsNew") : QStringLiteral("regionsNew"),
        "primary",
        [teams] { return teams ? tr("New team") : tr("New region"); });
    addToolWidget(add);
    if (office != nullptr)
        addOfficeBar(
            *this, *office, teams ? QStringLiteral("teams") : QStringLiteral("regions"), add);
    connect(add, &QPushButton::clicked, this, [this] { newRecord(); });
    connect(this, &ListPage::rowActivated, this, [this](qint64 key) {
        selectKey(key);
        setPanelOpen(true);
    });
    connect(this, &ListPage::emptyActionTriggered, this, [this] { newRecord(); });
    connect(m_panel->form(), &RecordForm::saved, this, [this] { reload(); });
    followChanges(*this, context.database, placeType(kind));
}

bool PlacesPage::showRecord(const QString& kind, qint64 key)
{
    if (kind != QLatin1String(placeType(m_kind).table))
        return false;
    setView(QStringLiteral("all"));
    setFilterText({});
    selectKey(key);
    setPanelOpen(true);
    return true;
}

bool PlacesPage::newRecord()
{
    if (m_office != nullptr && m_office->closed())
        return true; // the bar above the list says why not
    setPanelOpen(true);
    m_panel->startNew();
    return true;
}

EditPanel& PlacesPage::panel() const
{
    return *m_panel;
}

bool PlacesPage::closeInner()
{
    return m_panel->closeInner() || ListPage::closeInner();
}

void PlacesPage::savePage()
{
    if (m_panel->isEditing())
        m_panel->form()->save();
}

} // namespace chengdan::ui
