<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
    <context>
        <name>Locale</name>
        <message>
            <source>en</source>
            <comment>the language code of this translation</comment>
            <translation>en</translation>
        </message>
    </context>
    <context>
        <name>chengdan::ui::CostView</name>
        <message numerus="yes">
            <source>… and %n more</source>
            <translation>
                <numerusform>… and %n more</numerusform>
                <numerusform>… and %n more</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>chengdan::ui::DashboardPage</name>
        <message numerus="yes">
            <source>%n open opportunities</source>
            <translation>
                <numerusform>%n open opportunities</numerusform>
                <numerusform>%n open opportunities</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n in all, soonest end first</source>
            <translation>
                <numerusform>%n in all, soonest end first</numerusform>
                <numerusform>%n in all, soonest end first</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>chengdan::ui::OpportunitiesPage</name>
        <message numerus="yes">
            <source>%n day(s) overdue</source>
            <translation>
                <numerusform>%n day overdue</numerusform>
                <numerusform>%n days overdue</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n day(s)</source>
            <translation>
                <numerusform>%n day</numerusform>
                <numerusform>%n days</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>chengdan::ui::JobList</name>
        <message numerus="yes">
            <source>%n rows need a look</source>
            <translation>
                <numerusform>%n row needs a look</numerusform>
                <numerusform>%n rows need a look</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>chengdan::ui::ListPage</name>
        <message numerus="yes">
            <source>%n row(s) copied</source>
            <translation>
                <numerusform>%n row copied</numerusform>
                <numerusform>%n rows copied</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>chengdan::ui::TopBar</name>
        <message numerus="yes">
            <source>%n tasks running</source>
            <translation>
                <numerusform>%n task running</numerusform>
                <numerusform>%n tasks running</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>chengdan::ui::UndoStack</name>
        <message numerus="yes">
            <source>Deleted %n records</source>
            <translation>
                <numerusform>Deleted %n record</numerusform>
                <numerusform>Deleted %n records</numerusform>
            </translation>
        </message>
    </context>
</TS>
