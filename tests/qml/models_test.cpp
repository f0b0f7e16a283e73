// Every list model of the app keeps Qt's rules for models while its page is opened, read, searched, saved and hidden.
#include "qml/viewmodels/people/people_view_model.h"
#include "tests/qml/app_states.h"
#include "tests/qml/field_worker.h"
#include "tests/support/catch.h"

#include <QAbstractItemModelTester>
#include <QMetaProperty>
#include <QSet>

using namespace faltakt;
using namespace faltakt::test;

namespace {

QStringList &faults()
{
    static QStringList all;
    return all;
}

void noteFault(QtMsgType /*type*/, const QMessageLogContext &context, const QString &message)
{
    if (QLatin1String(context.category) == QLatin1String("qt.modeltest"))
        faults() += message;
}

/// Watches every model that a property of the app's view models leads to, from the moment its page opens.
class ModelWatch : public QObject {
public:
    explicit ModelWatch(AppHarness &app) : m_app(app)
    {
        faults().clear();
        m_before = qInstallMessageHandler(noteFault);
        // Told before the page reads.
        connect(app.app().navigator(), &QAbstractItemModel::rowsInserted, this, [this] { look(); });
        look();
    }
    ~ModelWatch() override { qInstallMessageHandler(m_before); }

    void look()
    {
        QSet<QObject *> seen;
        look(&m_app.app(), seen);
        for (viewmodels::PageViewModel *page : m_app.app().navigator()->pages())
            look(page, seen);
    }
    [[nodiscard]] const QSet<QString> &types() const { return m_types; }

private:
    void look(QObject *object, QSet<QObject *> &seen)
    {
        if (!object || seen.contains(object))
            return;
        seen.insert(object);
        auto *model = qobject_cast<QAbstractItemModel *>(object);
        if (model && !model->findChild<QAbstractItemModelTester *>()) {
            m_types.insert(QString::fromLatin1(object->metaObject()->className()).section(QStringLiteral("::"), -1));
            new QAbstractItemModelTester(model, QAbstractItemModelTester::FailureReportingMode::Warning, model);
        }
        for (int index = 0; index < object->metaObject()->propertyCount(); ++index) {
            const QVariant value = object->metaObject()->property(index).read(object);
            auto *child = value.canConvert<QObject *>() ? value.value<QObject *>() : nullptr;
            if (child && QByteArray(child->metaObject()->className()).startsWith("faltakt::"))
                look(child, seen);
        }
    }

    AppHarness &m_app;
    QSet<QString> m_types;
    QtMessageHandler m_before = nullptr;
};

void checkNoFault(const QString &where)
{
    INFO(where.toStdString() << ": " << faults().join(QStringLiteral("; ")).toStdString());
    CHECK(faults().isEmpty());
    faults().clear();
}

} // namespace

TEST_CASE("every list model keeps the rules on every screen, with names hidden and in the other language")
{
    AppHarness app;
    ModelWatch watch(app);
    protectSomebody(app);
    visitEveryScreen(app, [&](const QString &name) {
        // Lists that open with a page's own step come after it.
        watch.look();
        app.composition().settings().setNamesHidden(true);
        app.composition().settings().setLanguage(QStringLiteral("en"));
        app.settle();
        app.composition().settings().setNamesHidden(false);
        app.composition().settings().setLanguage(QStringLiteral("sv"));
        app.settle();
        checkNoFault(name);
    });
    app.app().lockNow();
    app.waitFor([&] { return app.app().cover() == viewmodels::AppViewModel::Cover::Lock; });
    app.unlock();
    checkNoFault(QStringLiteral("lock"));
    // All there are: who adds one sees it here.
    const QSet<QString> all{QStringLiteral("AnswerListModel"),        QStringLiteral("AnswerOptionListModel"),
                            QStringLiteral("CallListModel"),          QStringLiteral("ChoiceListModel"),
                            QStringLiteral("ContactWayListModel"),    QStringLiteral("HarmlessViewModel"),
                            QStringLiteral("LineListModel"),          QStringLiteral("Navigator"),
                            QStringLiteral("NextStepListModel"),      QStringLiteral("PeopleListModel"),
                            QStringLiteral("PersonChooser"),          QStringLiteral("PersonFieldListModel"),
                            QStringLiteral("PhoneListModel"),         QStringLiteral("PlacesModel"),
                            QStringLiteral("RecordLineListModel"),    QStringLiteral("ResultSeriesListModel"),
                            QStringLiteral("ScorePointModel"),        QStringLiteral("ScoreZoneModel"),
                            QStringLiteral("TimelineListModel"),      QStringLiteral("TodayListModel"),
                            QStringLiteral("VersionListModel"),       QStringLiteral("InterviewRows"),
                            QStringLiteral("AreaItemListModel"),      QStringLiteral("AreaListModel"),
                            QStringLiteral("ActItemListModel"),       QStringLiteral("FormsListModel"),
                            QStringLiteral("ResultPartListModel"),    QStringLiteral("RatingProfileModel"),
                            QStringLiteral("FirstRowsModel"),         QStringLiteral("MetPeopleListModel"),
                            QStringLiteral("TallyListModel"),         QStringLiteral("ReadingListModel"),
                            QStringLiteral("ProtectionItemListModel")};
    const QStringList unseen = (all - watch.types()).values();
    const QStringList unknown = (watch.types() - all).values();
    INFO("not seen: " << unseen.join(QLatin1Char(' ')).toStdString()
                      << "; not known: " << unknown.join(QLatin1Char(' ')).toStdString());
    CHECK(unseen.isEmpty());
    CHECK(unknown.isEmpty());
}

TEST_CASE("the lists keep the rules while a call, a search and answers change them")
{
    AppHarness app;
    ModelWatch watch(app);
    FieldWorker worker(app, Hand::Finger);
    const base::CaseId caseId = someoneToRing(app);
    worker.ringFromToday(caseId);
    watch.look();
    worker.pressAll({QStringLiteral("Inget svar"), QStringLiteral("Klar")});
    checkNoFault(QStringLiteral("call"));

    app.app().goTo(viewmodels::Router::Place::People);
    app.settle();
    auto *people = qobject_cast<viewmodels::PeopleViewModel *>(app.app().navigator()->top());
    REQUIRE(people);
    for (const char *query : {"a", "ab", "", "2025", "zzz", ""}) {
        people->search(QString::fromLatin1(query));
        app.settle();
    }
    checkNoFault(QStringLiteral("search"));

    app.app().openInterview({.instrument = "audit-c", .caseId = caseId});
    app.settle();
    CHECK(worker.answerAll(1) == 3);
    worker.press(QStringLiteral("Klar, visa resultatet"));
    watch.look();
    checkNoFault(QStringLiteral("interview"));
}
