#pragma once

#include "core/base/random.h"
#include "core/crypto/initialise.h"
#include "platform/fake/fake_code_scanner.h"
#include "platform/fake/fake_file_export.h"
#include "platform/fake/fake_pdf_printer.h"
#include "platform/fake/fake_photo_shelf.h"
#include "platform/fake/fake_screen_guard.h"
#include "platform/fake/fake_telephone.h"
#include "platform/fake/fake_voice.h"
#include "platform/image/qt_photo_cleaner.h"
#include "qml/app/training.h"
#include "qml/viewmodels/interview/interview_view_model.h"
#include "tests/support/catch.h"

#include <QGuiApplication>
#include <QTemporaryDir>
#include <QTest>

namespace faltakt::test {

/// Notes where the pages under test would send the user.
class RouterProbe final : public viewmodels::Router {
public:
    std::vector<std::string> m_calls;
    std::optional<viewmodels::InterviewOrder> m_interview;
    std::optional<viewmodels::HandoverOrder> m_handover;
    std::optional<base::RecordId> m_result;
    std::optional<base::ScratchId> m_scratch;
    std::function<void(base::CaseId)> m_created;

    void hideNow() override { m_calls.emplace_back("hideNow"); }
    [[nodiscard]] std::optional<base::CaseId> shownCase() const override { return std::nullopt; }
    void openNewPerson(std::function<void(base::CaseId)> created) override
    {
        m_calls.emplace_back("openNewPerson");
        m_created = std::move(created);
    }
    void goTo(Place) override { m_calls.emplace_back("goTo"); }
    void back() override { m_calls.emplace_back("back"); }
    void replaceTop() override { m_calls.emplace_back("replaceTop"); }
    void openPerson(base::CaseId) override { m_calls.emplace_back("openPerson"); }
    void openCallList() override { m_calls.emplace_back("openCallList"); }
    void openLobContact(base::CaseId, std::optional<base::RecordId>, viewmodels::LobStart) override
    {
        m_calls.emplace_back("openLobContact");
    }
    void openContact(std::optional<base::CaseId>, std::optional<base::RecordId>) override
    {
        m_calls.emplace_back("openContact");
    }
    void openNew() override { m_calls.emplace_back("openNew"); }
    void openInterview(const viewmodels::InterviewOrder &order) override
    {
        m_calls.emplace_back("openInterview");
        m_interview = order;
    }
    void openHandover(const viewmodels::HandoverOrder &order) override
    {
        m_calls.emplace_back("openHandover");
        m_handover = order;
    }
    void openResult(base::CaseId, base::RecordId assessment) override
    {
        m_calls.emplace_back("openResult");
        m_result = assessment;
    }
    void openScratchResult(base::ScratchId scratch) override
    {
        m_calls.emplace_back("openScratchResult");
        m_scratch = scratch;
    }
    void openNote(std::optional<base::CaseId>, std::optional<base::RecordId>, std::optional<base::RecordId>) override
    {
        m_calls.emplace_back("openNote");
    }
    void openRecord(base::CaseId, base::RecordId) override { m_calls.emplace_back("openRecord"); }
    void openAttachment(base::CaseId, base::RecordId) override { m_calls.emplace_back("openAttachment"); }
    void openConflict(base::RecordId, const std::string &) override { m_calls.emplace_back("openConflict"); }
    void openSync() override { m_calls.emplace_back("openSync"); }
    void openTeamReturns() override { m_calls.emplace_back("openTeamReturns"); }
    void openSettings() override { m_calls.emplace_back("openSettings"); }
    void openHelp(const QString &) override { m_calls.emplace_back("openHelp"); }
    void openEmergency() override { m_calls.emplace_back("openEmergency"); }
    void openGuidanceCard(const QString &) override { m_calls.emplace_back("openGuidanceCard"); }
};

/// A training device, unlocked, and what view models work with. Main thread.
class InterviewBench {
public:
    InterviewBench() : m_clock(base::parseInstant("2025-10-17T11:07:00Z").value()), m_random(7)
    {
        ensureApplication();
        REQUIRE(crypto::initialise().has_value());
        REQUIRE(app::makeTrainingDevice(setup(), {.people = 8, .longFileEntries = 5}).has_value());
        m_settings = std::make_unique<viewmodels::AppSettings>(setup().dataFolder);
        m_workspace = std::make_unique<viewmodels::Workspace>(setup());
        m_services = std::make_unique<viewmodels::AppServices>(
            viewmodels::AppServices{*m_workspace, *m_settings, m_router, m_clock, m_telephone, m_guard, m_files, m_pdf,
                                    m_scanner, m_reasons, m_photos, m_cleaner, m_voice});
        unlock();
    }

    viewmodels::AppServices &services() { return *m_services; }
    viewmodels::AppSettings &settings() { return *m_settings; }
    RouterProbe &router() { return m_router; }
    base::ManualClock &clock() { return m_clock; }
    platform::FakeFileExport &files() { return m_files; }
    platform::FakeVoice &voice() { return m_voice; }

    void waitFor(const std::function<bool()> &condition) { REQUIRE(QTest::qWaitFor(condition, 20'000)); }
    void unlock()
    {
        bool done = false;
        QObject context;
        m_workspace->unlock(crypto::SecretBytes::copyOf(base::bytesOf(app::TrainingPassphrase)), &context,
                            [&](const base::Result<void> &opened) { done = opened.has_value(); });
        waitFor([&] { return done; });
    }
    void lock()
    {
        m_workspace->lock();
        waitFor([&] { return m_workspace->state() == viewmodels::Workspace::State::Locked; });
    }
    /// The process is gone and comes back: the store is opened anew from what is on disk.
    void restart()
    {
        m_services.reset();
        m_workspace = std::make_unique<viewmodels::Workspace>(setup());
        m_services = std::make_unique<viewmodels::AppServices>(
            viewmodels::AppServices{*m_workspace, *m_settings, m_router, m_clock, m_telephone, m_guard, m_files, m_pdf,
                                    m_scanner, m_reasons, m_photos, m_cleaner, m_voice});
        unlock();
    }

    template <typename T>
    T inStore(viewmodels::Workspace::Work<T> work)
    {
        std::optional<base::Result<T>> answer;
        QObject context;
        m_workspace->write<T>(&context, std::move(work), [&](base::Result<T> result) { answer = std::move(result); });
        waitFor([&] { return answer.has_value(); });
        INFO((*answer ? std::string() : answer->error().toString()));
        REQUIRE(answer->has_value());
        return std::move(**answer);
    }
    /// A person whose name may be shown.
    base::CaseId someCase(std::size_t place = 0)
    {
        return inStore<base::CaseId>([place](viewmodels::OpenStore &store) -> base::Result<base::CaseId> {
            TRY(const auto rows, store.cases.cases());
            std::vector<base::CaseId> open;
            for (const auto &row : rows)
                if (!row.card.isProtected && row.card.stage != "closed")
                    open.push_back(row.caseId);
            return open.at(place);
        });
    }
    std::vector<store::RecordView> records(base::CaseId caseId, std::string_view kind)
    {
        return inStore<std::vector<store::RecordView>>(
            [caseId, kind](viewmodels::OpenStore &store) { return store.cases.recordsOfKind(caseId, kind); });
    }
    std::optional<store::RecordView> record(base::RecordId id)
    {
        return inStore<std::optional<store::RecordView>>(
            [id](viewmodels::OpenStore &store) { return store.cases.record(id); });
    }
    std::vector<store::CaseStore::Scratch> scratches()
    {
        return inStore<std::vector<store::CaseStore::Scratch>>(
            [](viewmodels::OpenStore &store) { return store.cases.scratches(); });
    }

    std::unique_ptr<viewmodels::InterviewViewModel> open(const viewmodels::InterviewOrder &order)
    {
        auto page = std::make_unique<viewmodels::InterviewViewModel>(services(), order);
        QObject::connect(m_workspace.get(), &viewmodels::Workspace::contentChanged, page.get(),
                         &viewmodels::PageViewModel::load);
        page->load();
        waitFor([&] { return !page->isLoading(); });
        hear(*page);
        return page;
    }
    /// Until a question that was just shown hears again.
    void hear(const viewmodels::InterviewViewModel &page)
    {
        waitFor([&] { return !page.isDeaf(); });
    }
    /// Answers and waits for what comes next.
    void answer(viewmodels::InterviewViewModel &page, int option)
    {
        const int turn = page.turn();
        page.choose(option);
        waitFor([&] { return page.turn() != turn || !m_router.m_calls.empty(); });
        hear(page);
    }

    static void ensureApplication()
    {
        static int count = 1;
        static char name[] = "qml_interview";
        static char *arguments[] = {name, nullptr};
        qputenv("QT_QPA_PLATFORM", "offscreen");
        // Kept to the end of the process: fonts go after anything that could be destroyed here.
        static auto *const application = new QGuiApplication(count, arguments);
        static_cast<void>(application);
    }

private:
    viewmodels::WorkspaceSetup setup()
    {
        viewmodels::WorkspaceSetup setup{m_folder.path().toStdString(), m_clock, m_clock, m_random};
        setup.isTraining = true;
        setup.kdfFloor = crypto::KdfCost::forTests();
        setup.kdfCost = crypto::KdfCost::forTests();
        return setup;
    }

    QTemporaryDir m_folder;
    base::ManualClock m_clock;
    base::SeededRandom m_random;
    RouterProbe m_router;
    platform::FakeTelephone m_telephone;
    platform::FakeScreenGuard m_guard;
    platform::FakeFileExport m_files;
    platform::FakePdfPrinter m_pdf;
    platform::FakeCodeScanner m_scanner;
    platform::FakePhotoShelf m_photos;
    platform::QtPhotoCleaner m_cleaner;
    platform::FakeVoice m_voice;
    viewmodels::FileReasons m_reasons;
    std::unique_ptr<viewmodels::AppSettings> m_settings;
    std::unique_ptr<viewmodels::Workspace> m_workspace;
    std::unique_ptr<viewmodels::AppServices> m_services;
};

} // namespace faltakt::test
