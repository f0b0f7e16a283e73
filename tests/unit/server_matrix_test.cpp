// The matrix of rights: every role, every field of every kind, every compartment as a right, own case, the team's, the
// tenant's, a foreign tenant's; written and read through the real routes; before and after rights are taken away, given back
// otherwise, and devices and workers revoked. Then every route with every credential.
#include "tests/unit/server_matrix_rule.h"
#include "tests/unit/server_routes_world.h"

#include "core/casework/record_schemas.h"

#include <cstdio>

using namespace faltakt::server;
using namespace faltakt::server::testing;
using namespace faltakt::server::testing::matrix;
namespace base = faltakt::base;
namespace json = faltakt::base::json;
namespace changelog = faltakt::changelog;
namespace protocol = faltakt::protocol;
using faltakt::changelog::CompartmentSet;

namespace {

constexpr auto Roles = {"caseworker", "teamLeader"}; // What `worker add --role` knows.

/// Each compartment alone, what a caseworker gets, and all.
std::vector<Names> rights()
{
    std::vector<Names> all;
    for (const char *name : {"file", "card", "lob", "screening", "order", "protected", "reading"})
        all.push_back({name});
    all.push_back({"file", "card", "lob", "screening", "order"});
    all.push_back({"file", "card", "lob", "screening", "order", "protected", "reading"});
    return all;
}

Names complementOf(const Names &names)
{
    Names others = rights().back();
    for (const std::string &name : names)
        others.erase(name);
    return others;
}

CompartmentSet setOf(const Names &names)
{
    CompartmentSet set;
    for (const std::string &name : names)
        set = set | CompartmentSet{*changelog::compartmentFromName(name)};
    return set;
}

const std::vector<Cell> &cells()
{
    static const std::vector<Cell> All = [] {
        std::vector<Cell> made{{.kind = "kindOfTomorrow", .field = "verse", .known = false, .about = {}}};
        for (const auto &kind : faltakt::casework::recordSchemas().kinds()) {
            const bool signs = kind.name == "signature";
            for (const char *about : {"person", "lobReport", "note", "assessment", "protectedPerson"}) {
                const std::string signedKind = signs ? about : "";
                for (const auto &field : kind.fields)
                    made.push_back({std::string(kind.name), std::string(field.name) + (field.isPrefix ? "/1" : ""),
                                    true, signedKind});
                made.push_back({std::string(kind.name), "deleted", true, signedKind});
                made.push_back({std::string(kind.name), "fieldOfTomorrow", false, signedKind});
                if (!signs)
                    break;
            }
        }
        return made;
    }();
    return All;
}

json::Value valueFor(const Cell &cell)
{
    using changelog::FieldType;
    const auto *kind = faltakt::casework::recordSchemas().kind(cell.kind);
    const auto *field = kind ? kind->field(cell.field) : nullptr;
    if (!field)
        return cell.field == "deleted" ? json::Value(true) : json::Value("x");
    switch (field->type) {
    case FieldType::Text:
    case FieldType::LongText: return "x";
    case FieldType::Code: return field->codes.front();
    case FieldType::Integer: return field->minimum;
    case FieldType::Boolean: return true;
    case FieldType::Instant: return "2026-03-02T08:00:00Z";
    case FieldType::Date: return "2026-03-02";
    case FieldType::Id: return "01900000-0000-7000-8000-000000000001";
    default: return json::Object{{"value", 1}};
    }
}

/// A case, who has which right to it now, and who ever had one.
struct Matter {
    CaseId id;
    bool foreign = false;
    std::map<Grantee, Names> rights;
    std::set<Grantee> ever;
    std::map<std::string, RecordId> signable; ///< By kind.
};

struct Matrix : RoutesWorld {
    struct Written {
        ChangeId change;
        std::size_t matter;
        const Cell *cell;
    };
    struct Reader {
        int role;
        WorkerId worker;
        std::unique_ptr<RoutesDevice> standing; ///< Has a token from before each change of rights.
    };

    Matrix()
    {
        writer = std::make_unique<RoutesDevice>(*this, addWorker("Writer"));
        const TenantId other = addTenant("Flen");
        stranger = std::make_unique<RoutesDevice>(
            *this, need(core->administration().addWorker(other, {}, "Stranger", "caseworker")));
        for (const char *role : Roles) {
            const WorkerId worker = need(core->administration().addWorker(tenant, team, role, role));
            readers.push_back({int(readers.size()), worker, std::make_unique<RoutesDevice>(*this, worker)});
        }
        for (const Names &right : allRights) {
            for (const Reader &reader : readers)
                give(makeMatter(*writer), reader.worker.uuid(), right);
            give(makeMatter(*writer), team.uuid(), right);
        }
        makeMatter(*writer);
        matters[makeMatter(*stranger)].foreign = true;
        // Cases that a reader makes: theirs, and the team's as a caseworker has one, without anybody giving it.
        for (const Reader &reader : readers) {
            Matter &made = matters[makeMatter(*reader.standing)];
            made.rights = {{reader.worker.uuid(), allRights.back()}, {team.uuid(), allRights[allRights.size() - 2]}};
            made.ever = {reader.worker.uuid(), team.uuid()};
        }
        beginning = matters;
    }

    json::Object fieldsFor(const Matter &matter, const Cell &cell) const
    {
        json::Object fields;
        if (!cell.about.empty()) {
            fields.set("record", matter.signable.at(cell.about).toString());
            fields.set("compartment", cell.place());
        }
        // These two must be right for the line to be a signature at all.
        if (!fields.contains(cell.field))
            fields.set(cell.field, valueFor(cell));
        return fields;
    }
    std::vector<changelog::ChangeLine> linesFor(RoutesDevice &by, const Matter &matter)
    {
        std::vector<changelog::ChangeLine> lines;
        for (const Cell &cell : cells())
            lines.push_back(by.own.change(matter.id, ids.makeId<RecordId>(), cell.kind, fieldsFor(matter, cell)));
        return lines;
    }
    std::size_t makeMatter(RoutesDevice &by)
    {
        Matter matter;
        matter.id = ids.makeId<CaseId>();
        by.push({by.own.note(matter.id).line});
        need(store->write([&](StoreTransaction &transaction) {
            return setAccess(transaction, by.own.session.tenant, matter.id, by.own.session.worker.uuid(),
                             setOf(allRights.back()));
        }));
        std::vector<std::string> made;
        for (const char *kind : {"person", "lobReport", "note", "assessment", "protectedPerson"}) {
            const auto *schema = faltakt::casework::recordSchemas().kind(kind);
            const Cell first{kind, std::string(schema->fields.front().name), true, {}};
            const auto record = matter.signable[kind] = ids.makeId<RecordId>();
            made.push_back(by.own.change(matter.id, record, kind, {{first.field, valueFor(first)}}).line);
        }
        for (const Verdict &verdict : by.push(made))
            REQUIRE(verdict.kind == VerdictKind::Accepted);
        matters.push_back(matter);
        write(by, matters.size() - 1, nullptr);
        return matters.size() - 1;
    }
    /// Pushes a line for every cell. `reader`: whose outcomes are noted; the writers' must all be accepted.
    void write(RoutesDevice &by, std::size_t matter, const Reader *reader, Standing standing = Standing::Active)
    {
        const auto lines = linesFor(by, matters[matter]);
        std::vector<std::string> texts;
        for (const auto &line : lines)
            texts.push_back(line.line);
        const auto verdicts = by.push(texts);
        for (std::size_t i = 0; i < lines.size(); ++i) {
            const bool accepted = verdicts[i].kind == VerdictKind::Accepted;
            if (accepted)
                written.push_back({lines[i].change.id, matter, &cells()[i]});
            if (reader)
                note(Call::Push, *reader, matter, cells()[i], standing, accepted ? "accepted" : verdicts[i].reason);
            else if (!accepted && !cells()[i].isServersOwn())
                FAIL("the writer's own line: " << cells()[i].kind << '.' << cells()[i].field << ' '
                                               << verdicts[i].reason << ' ' << verdicts[i].field);
        }
    }
    void give(std::size_t matter, Grantee to, const Names &right)
    {
        Matter &given = matters[matter];
        need(store->write(
            [&](StoreTransaction &transaction) { return setAccess(transaction, tenant, given.id, to, setOf(right)); }));
        given.rights[to] = right;
        Names readable = right;
        readable.erase("reading");
        if (!readable.empty())
            given.ever.insert(to);
    }
    void note(Call call, const Reader &reader, std::size_t index, const Cell &cell, Standing standing,
              const std::string &outcome)
    {
        const Matter &matter = matters[index];
        const auto rightOf = [&](Grantee who) {
            const auto found = matter.rights.find(who);
            return found == matter.rights.end() ? Names() : found->second;
        };
        const Grantee own = reader.worker.uuid();
        Observation seen{.call = call,
                         .whose = Whose::Tenant,
                         .standing = standing,
                         .role = reader.role,
                         .phase = phase,
                         .ownRight = rightOf(own),
                         .teamRight = rightOf(team.uuid()),
                         .everHeld = matter.ever.contains(own) || matter.ever.contains(team.uuid()),
                         .cell = &cell,
                         .outcome = outcome};
        if (matter.foreign)
            seen.whose = Whose::Foreign;
        else if (matter.rights.contains(own))
            seen.whose = Whose::Own;
        else if (matter.rights.contains(team.uuid()))
            seen.whose = Whose::Team;
        observations.push_back(std::move(seen));
    }
    /// What a device that begins from nothing gets, cell by cell; and which rights it is told of.
    void readAll(const Reader &reader)
    {
        RoutesDevice fresh(*this, reader.worker);
        std::set<ChangeId> got;
        for (const auto &item : fresh.pull()) {
            if (const auto *delivered = std::get_if<changelog::DeliveredChange>(&item))
                got.insert(delivered->line.change.id);
            if (const auto *grant = std::get_if<changelog::GrantLine>(&item))
                checkGrant(reader, *grant);
        }
        for (const Written &line : written)
            note(Call::Pull, reader, line.matter, *line.cell, Standing::Active,
                 got.contains(line.change) ? "delivered" : "withheld");
    }
    void checkGrant(const Reader &reader, const changelog::GrantLine &grant)
    {
        for (const Matter &matter : matters) {
            if (matter.id != grant.caseId)
                continue;
            CompartmentSet held;
            for (const auto &[who, right] : matter.rights)
                if (who == reader.worker.uuid() || who == team.uuid())
                    held = held | setOf(right);
            CHECK(grant.compartments.without(held).empty());
            CHECK_FALSE(grant.compartments.contains(changelog::Compartment::Reading));
            return;
        }
        FAIL_CHECK("a right to a case that is none of the matrix's");
    }
    /// The device that was there before the rights changed: what it is brought by its next calls may all be read now.
    void readOn(const Reader &reader)
    {
        std::map<ChangeId, const Written *> known;
        for (const Written &line : written)
            known.emplace(line.change, &line);
        for (const auto &item : reader.standing->pull())
            if (const auto *delivered = std::get_if<changelog::DeliveredChange>(&item))
                if (const auto line = known.find(delivered->line.change.id); line != known.end())
                    note(Call::Pull, reader, line->second->matter, *line->second->cell, Standing::Active, "delivered");
    }
    void lookAtEverything()
    {
        for (const Reader &reader : readers) {
            clock.advance(std::chrono::seconds(30)); // The rates of devices and tenant.
            reader.standing->fetchToken();
            for (std::size_t matter = 0; matter < matters.size(); ++matter)
                write(*reader.standing, matter, &reader);
            readOn(reader);
            readAll(reader);
        }
    }
    /// `change` of what each had in the beginning. No call lies between the change and the next request: that one must know.
    void giveEverywhere(const std::function<Names(const Names &)> &change)
    {
        ++phase;
        for (std::size_t i = 0; i < matters.size(); ++i)
            for (const auto &[who, right] : beginning[i].rights)
                give(i, who, change(right));
    }

    std::vector<Names> allRights = rights();
    std::unique_ptr<RoutesDevice> writer;
    std::unique_ptr<RoutesDevice> stranger;
    std::vector<Reader> readers;
    std::vector<Matter> matters;
    std::vector<Matter> beginning; ///< As they were when all had been made.
    std::vector<Written> written;
    std::vector<Observation> observations;
    int phase = 0;
};

std::size_t wrongOnes(const std::vector<Observation> &observations, const Rule &rule, bool tell)
{
    std::size_t wrong = 0;
    for (const Observation &seen : observations) {
        const std::string expected = rule.expected(seen);
        if (expected == seen.outcome)
            continue;
        ++wrong;
        if (tell && wrong <= 20)
            UNSCOPED_INFO((seen.call == Call::Push ? "push " : "pull ")
                          << seen.cell->kind << '.' << seen.cell->field << " about '" << seen.cell->about << "', phase "
                          << seen.phase << ", whose " << int(seen.whose) << ", standing " << int(seen.standing)
                          << ": expected " << expected << ", was " << seen.outcome);
    }
    return wrong;
}

} // namespace

TEST_CASE(
    "every field is written and read by exactly those who may, and a change of rights counts from the next call on")
{
    Matrix matrix;
    matrix.lookAtEverything();
    matrix.giveEverywhere([](const Names &) { return Names(); });
    matrix.lookAtEverything();
    // Given back: what was not held before, so that no line that came once is held by mistake.
    matrix.giveEverywhere(complementOf);
    matrix.lookAtEverything();

    ++matrix.phase;
    for (const auto &reader : matrix.readers) {
        matrix.clock.advance(std::chrono::seconds(30));
        reader.standing->fetchToken();
        need(matrix.core->administration().revokeDevice(reader.standing->own.session.device));
        const bool refused = RoutesWorld::codeOf(reader.standing->pullPage()) == "refused";
        for (std::size_t matter = 0; matter < matrix.matters.size(); ++matter) {
            matrix.write(*reader.standing, matter, &reader, Standing::DeviceRevoked);
            for (const Cell &cell : cells())
                matrix.note(Call::Pull, reader, matter, cell, Standing::DeviceRevoked,
                            refused ? "refused" : "delivered");
        }
    }

    // A worker of the team whose every right still stands in the order, but who is revoked.
    for (const auto &reader : matrix.readers) {
        matrix.clock.advance(std::chrono::seconds(30));
        auto gone = RoutesDevice::ofRevokedWorker(matrix, std::to_string(reader.role));
        const bool refused = RoutesWorld::codeOf(gone.pullPage()) == "refused";
        for (std::size_t matter = 0; matter < matrix.matters.size(); ++matter) {
            matrix.write(gone, matter, &reader, Standing::WorkerRevoked);
            for (const Cell &cell : cells())
                matrix.note(Call::Pull, reader, matter, cell, Standing::WorkerRevoked,
                            refused ? "refused" : "delivered");
        }
    }

    const auto &seen = matrix.observations;
    CHECK(wrongOnes(seen, {}, true) == 0);
    std::printf("matrix of rights: %zu fields, %zu cases, %zu roles, %zu cells, 0 leaks\n", cells().size(),
                matrix.matters.size(), matrix.readers.size(), seen.size());
    CHECK(seen.size() > 50'000);
    // What both sides agree on, by accident or because nothing was asked, would agree with a wrong rule too.
    CHECK(wrongOnes(seen, {.teamCounts = false}, false) > 0);
    CHECK(wrongOnes(seen, {.readingIsNeverRead = false}, false) > 0);
    CHECK(wrongOnes(seen, {.unknownFieldsLieInTheFile = false}, false) > 0);
    CHECK(wrongOnes(seen, {.compartmentsAreAsked = false}, false) > 0);
    CHECK(wrongOnes(seen, {.revocationCounts = false}, false) > 0);
    CHECK(wrongOnes(seen, {.foreignIsToldApart = false}, false) > 0);
    CHECK(wrongOnes(seen, {.tellingNeedsARight = false}, false) > 0);
    CHECK(wrongOnes(seen, {.serversOwnIsTold = false}, false) > 0);
}
