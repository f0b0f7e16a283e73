// What one device does alone: saving, opening, finding, reading.
#include "core/rules/agenda_order.h"
#include "core/store/database.h"
#include "sync/cli/bench_parts.h"
#include "sync/cli/store_session.h"

#include <array>

namespace faltakt::cli {

using base::CaseId;
using base::ChangeId;
using base::RecordId;
using base::Result;
namespace json = base::json;

namespace {

constexpr int Saves = 2000;
constexpr int CeilingCases = 5000;
constexpr int RecordsPerCase = 12;
constexpr int EditsPerCase = 28;
constexpr int LongFileEntries = 2000;
constexpr int TimelinePageRows = 60;

const std::array FamilyNames = {"Åberg", "Lindqvist", "Öberg", "Nilsson", "Haddad", "Ekström", "Virtanen", "Sjölund"};
const std::array GivenNames = {"Åsa", "Johan", "Mira", "Ali", "Karin", "Tomas", "Sofia", "Elin", "Östen", "Leila"};

std::string noteText(int i)
{
    return "Ringde och pratade i tio minuter om veckan som gått. Vi bestämde att höras igen på torsdag. Samtal "
           + std::to_string(i) + ".";
}

/// Makes the lines of a synthetic caseload as a server would send them: case by case.
class PageMaker {
public:
    explicit PageMaker(CommandContext &context) : m_context(&context), m_ids(context.clock, context.random) {}

    void beginCase(CaseId caseId)
    {
        m_case = caseId;
        m_page.items.emplace_back(changelog::GrantLine{caseId, changelog::CompartmentSet::ofCaseworker(), ++m_seq});
    }
    ChangeId add(RecordId record, std::string kind, json::Object fields, std::vector<ChangeId> base = {})
    {
        changelog::Change change;
        change.id = m_ids.makeId<ChangeId>();
        change.by = m_worker;
        change.caseId = m_case;
        change.at = m_context->clock.now();
        change.sets.push_back({record, std::move(kind), std::move(fields), std::move(base)});
        const ChangeId id = change.id;
        m_page.items.emplace_back(changelog::DeliveredChange{{++m_seq, m_context->clock.now(), {}},
                                                             changelog::sealChange(std::move(change))});
        return id;
    }
    template <typename IdType>
    IdType makeId()
    {
        return m_ids.makeId<IdType>();
    }
    [[nodiscard]] std::size_t size() const { return m_page.items.size(); }
    changelog::PullPage take()
    {
        m_page.cursor = std::to_string(m_seq);
        return std::exchange(m_page, {});
    }

private:
    CommandContext *m_context;
    base::UuidMaker m_ids;
    base::WorkerId m_worker = m_ids.makeId<base::WorkerId>();
    CaseId m_case;
    std::int64_t m_seq = 0;
    changelog::PullPage m_page;
};

/// A person with a report, notes and a screening that was answered item by item.
void addCase(PageMaker &maker, int number, base::Instant now)
{
    maker.beginCase(maker.makeId<CaseId>());
    const std::string given = GivenNames[std::size_t(number) % GivenNames.size()];
    const std::string family =
        std::string(FamilyNames[std::size_t(number / 10) % FamilyNames.size()]) + "-" + std::to_string(number);
    maker.add(maker.makeId<RecordId>(), "person",
              {{"givenName", given}, {"familyName", family}, {"birthDate", "1984-05-06"}, {"protection", "none"}});
    maker.add(
        maker.makeId<RecordId>(), "case",
        {{"stage", "intake"}, {"openedAt", base::formatInstant(now)}, {"caseNumber", "B-" + std::to_string(number)}});
    const std::string taken = base::formatInstant(now - std::chrono::hours(20 + number % 200));
    maker.add(maker.makeId<RecordId>(), "lobReport",
              {{"source", "lob"},
               {"sheetNumber", "S" + std::to_string(number)},
               {"takenAt", taken},
               {"received", taken},
               {"status", "open"}});
    const auto screening = maker.makeId<RecordId>();
    maker.add(
        screening, "assessment",
        {{"instrument", "audit"}, {"version", "1"}, {"status", "inProgress"}, {"startedAt", base::formatInstant(now)}});
    for (int item = 0; item < EditsPerCase; ++item)
        maker.add(screening, "assessment",
                  {{"answers/" + std::to_string(item + 1), json::Object{{"option", "never"}}}});
    for (int i = 4; i < RecordsPerCase; ++i)
        maker.add(maker.makeId<RecordId>(), "note",
                  {{"text", noteText(i)}, {"at", base::formatInstant(now - std::chrono::hours(i))}});
}

/// The statements of one save of a note, on rows that our code made before.
class RawNoteWriter {
public:
    RawNoteWriter(store::Database &from, store::Database &to) : m_from(&from), m_to(&to) {}

    Result<void> prepare()
    {
        TRY(auto schema, m_from->prepare("SELECT sql FROM sqlite_schema WHERE sql IS NOT NULL AND name NOT LIKE "
                                         "'search_%' AND name NOT LIKE 'sqlite_%'"));
        while (true) {
            TRY(const bool row, schema.step());
            if (!row)
                break;
            TRY_VOID(m_to->execute(std::string(schema.text(0)).c_str()));
        }
        TRY(auto rows,
            m_from->prepare(
                "SELECT c.id, c.case_id, c.by_worker, c.at, c.hash, c.line, j.n, j.link, r.id, r.body, r.last"
                " FROM change c JOIN journal j ON j.change_id = c.id"
                " JOIN record r ON r.case_id = c.case_id AND r.kind = 'note' AND substr(r.last, 1, 16) = c.id"
                " ORDER BY j.n"));
        while (true) {
            TRY(const bool row, rows.step());
            if (!row)
                return {};
            m_rows.push_back({copy(rows.blob(0)), copy(rows.blob(1)), copy(rows.blob(2)), rows.integer(3),
                              copy(rows.blob(4)), std::string(rows.text(5)), rows.integer(6), copy(rows.blob(7)),
                              copy(rows.blob(8)), std::string(rows.text(9)), copy(rows.blob(10))});
        }
    }

    [[nodiscard]] std::size_t size() const { return m_rows.size(); }

    Result<void> write(std::size_t index)
    {
        const Row &row = m_rows[index];
        TRY(auto transaction, store::Transaction::begin(*m_to));
        TRY(auto access, m_to->prepare("INSERT OR IGNORE INTO case_access (case_id, compartments) VALUES (?1, 31)"));
        TRY_VOID(access.bind(1, base::ByteView(row.caseId)).run());
        TRY(auto change, m_to->prepare("INSERT INTO change (id, case_id, compartment, by_worker, at, hash, line) "
                                       "VALUES (?1, ?2, 0, ?3, ?4, ?5, ?6)"));
        change.bind(1, base::ByteView(row.change))
            .bind(2, base::ByteView(row.caseId))
            .bind(3, base::ByteView(row.worker))
            .bind(4, row.at);
        TRY_VOID(change.bind(5, base::ByteView(row.hash)).bind(6, row.line).run());
        TRY(auto journal,
            m_to->prepare("INSERT INTO journal (epoch, n, change_id, hash, link, at) VALUES (1, ?1, ?2, ?3, ?4, ?5)"));
        journal.bind(1, row.n)
            .bind(2, base::ByteView(row.change))
            .bind(3, base::ByteView(row.hash))
            .bind(4, base::ByteView(row.link))
            .bind(5, row.at);
        TRY_VOID(journal.run());
        TRY(auto record, m_to->prepare("INSERT INTO record (id, case_id, kind, compartment, deleted, conflicted, body, "
                                       "last) VALUES (?1, ?2, 'note', 0, 0, 0, ?3, ?4)"));
        record.bind(1, base::ByteView(row.record))
            .bind(2, base::ByteView(row.caseId))
            .bind(3, row.body)
            .bind(4, base::ByteView(row.last));
        TRY_VOID(record.run());
        TRY(auto timeline,
            m_to->prepare("INSERT INTO timeline (case_id, at, record_id, kind) VALUES (?1, ?2, ?3, 'note')"));
        TRY_VOID(
            timeline.bind(1, base::ByteView(row.caseId)).bind(2, row.at).bind(3, base::ByteView(row.record)).run());
        return transaction.commit();
    }

private:
    struct Row {
        base::Bytes change, caseId, worker;
        std::int64_t at;
        base::Bytes hash;
        std::string line;
        std::int64_t n;
        base::Bytes link, record;
        std::string body;
        base::Bytes last;
    };
    static base::Bytes copy(base::ByteView view) { return {view.begin(), view.end()}; }

    store::Database *m_from;
    store::Database *m_to;
    std::vector<Row> m_rows;
};

} // namespace

Result<std::unique_ptr<BenchStore>> BenchStore::make(CommandContext &context)
{
    auto made = std::make_unique<BenchStore>();
    const client::FieldEnvironment environment = fieldEnvironment(context);
    TRY(made->projections, environment.projections("taby", {}));
    made->key = crypto::SecretBytes::makeRandom(context.random, 32);
    made->setup = {.path = made->folder.filePath(QStringLiteral("store.db")).toStdString(),
                   .vfs = {},
                   .pageCacheMiB = environment.pageCacheMiB,
                   .schema = made->projections.schema,
                   .agenda = made->projections.agenda.get(),
                   .cases = made->projections.cases.get(),
                   .clock = &context.clock,
                   .random = &context.random};
    base::UuidMaker ids(context.clock, context.random);
    const store::Owner owner{ids.makeId<base::TenantId>(), ids.makeId<base::WorkerId>(), ids.makeId<base::DeviceId>()};
    TRY(made->cases, store::CaseStore::create(made->setup, made->key, owner));
    return made;
}

Result<void> BenchStore::reopen()
{
    cases.reset();
    TRY(cases, store::CaseStore::open(setup, key));
    return {};
}

CommandResult benchWrites(CommandContext &context, BenchOutput &output)
{
    TRY_COMMAND(auto bench, BenchStore::make(context));
    base::UuidMaker ids(context.clock, context.random);
    const auto caseId = ids.makeId<CaseId>();
    TRY_COMMAND_VOID(bench->cases->save(
        {caseId, {changelog::makeCreation(ids.makeId<RecordId>(), "person", {{"givenName", "Åsa"}})}, {}}));
    const auto started = output.start();
    for (int i = 0; i < Saves; ++i) {
        json::Object fields{{"text", noteText(i)}, {"at", base::formatInstant(context.clock.now())}};
        TRY_COMMAND_VOID(bench->cases->save(
            {caseId, {changelog::makeCreation(ids.makeId<RecordId>(), "note", std::move(fields))}, {}}));
    }
    const double ours = Saves / output.secondsSince(started);

    bench->cases.reset();
    TRY_COMMAND(auto written, store::Database::open({.path = bench->setup.path}, bench->key));
    TRY_COMMAND(auto raw, store::Database::open(
                              {.path = bench->folder.filePath(QStringLiteral("raw.db")).toStdString(), .create = true},
                              bench->key));
    RawNoteWriter writer(*written, *raw);
    TRY_COMMAND_VOID(writer.prepare());
    const auto rawStarted = output.start();
    for (std::size_t i = 0; i < writer.size(); ++i)
        TRY_COMMAND_VOID(writer.write(i));
    const double plain = double(writer.size()) / output.secondsSince(rawStarted);
    TRY_COMMAND_VOID(output.row("localWrites", ours, "changes/s", plain));

    written.reset();
    TRY_COMMAND_VOID(bench->reopen());
    const auto screening = ids.makeId<RecordId>();
    TRY_COMMAND_VOID(bench->cases->save(
        {caseId,
         {changelog::makeCreation(screening, "assessment",
                                  {{"instrument", "audit"}, {"version", "1"}, {"status", "inProgress"}})},
         {}}));
    std::vector<double> answers;
    for (int i = 0; i < 300; ++i) {
        const auto answerStarted = output.start();
        TRY_COMMAND_VOID(bench->cases->edit(
            screening, {{"answers/" + std::to_string(i % 10 + 1), json::Object{{"option", "never"}}}}));
        answers.push_back(output.secondsSince(answerStarted) * 1000);
    }
    return output.row("answerToDurableP95", quantile(std::move(answers), 0.95), "ms", 8);
}

namespace {

CommandResult fillToCeiling(CommandContext &context, BenchOutput &output, BenchStore &bench, CaseId &longFile)
{
    PageMaker maker(context);
    const base::Instant now = context.clock.now();
    double seconds = 0;
    std::size_t changes = 0;
    const auto flush = [&]() -> CommandResult {
        const changelog::PullPage page = maker.take();
        const auto started = output.start();
        TRY_COMMAND_VOID(bench.cases->applyPage(page));
        seconds += output.secondsSince(started);
        changes += page.items.size();
        return {};
    };
    for (int i = 0; i < CeilingCases; ++i) {
        addCase(maker, i, now);
        if (maker.size() >= 1000)
            TRY_COMMAND_VOID(flush());
    }
    longFile = maker.makeId<CaseId>();
    maker.beginCase(longFile);
    maker.add(maker.makeId<RecordId>(), "person", {{"givenName", "Karin"}, {"familyName", "Lång"}});
    for (int i = 0; i < LongFileEntries; ++i)
        maker.add(maker.makeId<RecordId>(), i % 2 == 0 ? "note" : "contact",
                  i % 2 == 0
                      ? json::Object{{"text", noteText(i)}, {"at", base::formatInstant(now - std::chrono::hours(i))}}
                      : json::Object{{"way", "call"},
                                     {"outcome", "noAnswer"},
                                     {"at", base::formatInstant(now - std::chrono::hours(i))}});
    TRY_COMMAND_VOID(flush());
    return output.row("applyPages", double(changes) / seconds, "changes/s", 10000);
}

} // namespace

CommandResult benchCeiling(CommandContext &context, BenchOutput &output)
{
    TRY_COMMAND(auto bench, BenchStore::make(context));
    CaseId longFile;
    TRY_COMMAND_VOID(fillToCeiling(context, output, *bench, longFile));
    std::vector<double> opened;
    std::size_t rows = 0;
    for (int i = 0; i < 7; ++i) {
        bench->cases.reset();
        const auto started = output.start();
        TRY_COMMAND_VOID(bench->reopen());
        TRY_COMMAND(auto agenda, bench->cases->agenda());
        rules::sortAgenda(agenda, context.clock.now(), &store::AgendaRow::entry);
        opened.push_back(output.secondsSince(started) * 1000);
        rows = agenda.size();
    }
    TRY_COMMAND_VOID(output.row("unlockToAgenda", quantile(opened, 0.5), "ms", 150));
    TRY_COMMAND_VOID(output.row("agendaRows", double(rows), "rows", 0));

    std::vector<double> found;
    for (int i = 0; i < 400; ++i) {
        const std::string whole = std::string(GivenNames[std::size_t(i) % GivenNames.size()]) + " "
                                  + FamilyNames[std::size_t(i / 3) % FamilyNames.size()];
        const std::size_t length = std::min(whole.size(), std::size_t(2 + i % 12));
        const auto started = output.start();
        TRY_COMMAND_VOID(bench->cases->search(std::string_view(whole).substr(0, length)));
        found.push_back(output.secondsSince(started) * 1000);
    }
    TRY_COMMAND_VOID(output.row("findPersonP95", quantile(std::move(found), 0.95), "ms", 20));

    std::vector<double> lists;
    for (int i = 0; i < 15; ++i) {
        const auto started = output.start();
        TRY_COMMAND_VOID(bench->cases->cases());
        lists.push_back(output.secondsSince(started) * 1000);
    }
    TRY_COMMAND_VOID(output.row("listPeople", quantile(std::move(lists), 0.5), "ms", 30));

    std::vector<double> files;
    for (int i = 0; i < 15; ++i) {
        const auto started = output.start();
        TRY_COMMAND_VOID(bench->cases->recordsOfKind(longFile, "person"));
        TRY_COMMAND_VOID(bench->cases->timelinePage(longFile, TimelinePageRows));
        files.push_back(output.secondsSince(started) * 1000);
    }
    TRY_COMMAND_VOID(output.row("openFileOf2000", quantile(std::move(files), 0.5), "ms", 50));
    return output.row("memoryAtCeiling", anonymousMegabytes(), "MiB", 120);
}

} // namespace faltakt::cli
