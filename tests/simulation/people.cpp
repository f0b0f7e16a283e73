#include "tests/simulation/people.h"

#include "core/casework/schema_child.h"
#include "core/casework/schema_team.h"
#include "core/crypto/sealed_blob.h"

#include <algorithm>

namespace faltakt::simulation {

using changelog::Compartment;
using changelog::FieldSchema;
using changelog::FieldType;
using changelog::KindSchema;

namespace {

constexpr std::array<FieldSchema, 4> PersonFields = {
    {{.name = "givenName"},
     {.name = "familyName"},
     {.name = "identityNumber"},
     {.name = "protection", .type = FieldType::Code, .codes = casework::codes::Protection}}};
constexpr std::array<FieldSchema, 6> CaseFields = {
    {{.name = "stage", .type = FieldType::Code, .codes = casework::codes::Stage},
     {.name = "closedAs", .type = FieldType::Code, .codes = casework::codes::CaseClosedAs},
     {.name = "responsible", .type = FieldType::Id},
     {.name = "team", .type = FieldType::Id},
     {.name = "teamName"},
     {.name = "mergedInto", .type = FieldType::Id}}};
constexpr std::array<std::string_view, 2> Moods = {"calm", "worried"};
constexpr std::array<std::string_view, 3> MoreMoods = {"calm", "worried", "hopeful"};

constexpr std::array<FieldSchema, 4> noteFields(std::size_t length)
{
    return {{
        {.name = "text", .type = FieldType::LongText, .maxLength = length},
        {.name = "title"},
        {.name = "due", .type = FieldType::Instant},
        {.name = "mood", .type = FieldType::Code, .codes = Moods},
    }};
}
constexpr std::array<FieldSchema, 5> newerNoteFields(std::size_t length)
{
    const auto older = noteFields(length);
    return {{older[0],
             older[1],
             older[2],
             {.name = "mood", .type = FieldType::Code, .codes = MoreMoods},
             {.name = "weather"}}};
}
constexpr auto NoteFields = noteFields(ServerNoteLength);
constexpr auto LongNoteFields = noteFields(10 * ServerNoteLength);
constexpr auto NewerNoteFields = newerNoteFields(ServerNoteLength);
constexpr auto NewerLongNoteFields = newerNoteFields(10 * ServerNoteLength);
constexpr std::array<FieldSchema, 1> VisitFields = {{{.name = "place"}}};
constexpr std::array<FieldSchema, 2> AssessmentFields = {{
    {.name = "instrument"},
    {.name = "answers", .type = FieldType::Answer, .maxLength = 200, .isPrefix = true},
}};
constexpr std::array<FieldSchema, 1> ReportFields = {{{.name = "text", .type = FieldType::LongText, .maxLength = 400}}};
constexpr std::array<FieldSchema, 4> AccessFields = {
    {{.name = "action"}, {.name = "purpose"}, {.name = "at"}, {.name = "reason"}}};
constexpr std::array<FieldSchema, 1> ProtectedFields = {{{.name = "name"}}};
/// As in the true schema; nothing hangs on anything else here.
constexpr std::array<FieldSchema, 6> AttachmentFields = {
    {{.name = "caption"},
     {.name = "mediaType"},
     {.name = "at", .type = FieldType::Instant},
     {.name = "blob"},
     {.name = "size", .type = FieldType::Integer, .minimum = 1, .maximum = crypto::BlobForm::MaxBytes},
     {.name = "key"}}};

constexpr std::array<KindSchema, 12> kindsWith(std::span<const FieldSchema> noteFields)
{
    namespace team = casework::team;
    return {{
        {.name = "person", .compartment = Compartment::Card, .fields = PersonFields},
        {.name = "note", .compartment = Compartment::File, .fields = noteFields},
        {.name = "assessment", .compartment = Compartment::Screening, .fields = AssessmentFields},
        {.name = "lobReport", .compartment = Compartment::Lob, .fields = ReportFields},
        {.name = "access", .compartment = Compartment::Reading, .fields = AccessFields},
        {.name = "protectedPerson", .compartment = Compartment::Protected, .fields = ProtectedFields},
        {.name = "attachment", .compartment = Compartment::File, .fields = AttachmentFields},
        {.name = "case", .compartment = Compartment::Card, .fields = CaseFields},
        {.name = "children", .compartment = Compartment::File, .fields = casework::ChildrenFields},
        {.name = "colleague", .compartment = Compartment::Card, .fields = team::ColleagueFields},
        {.name = "visitWatch", .compartment = Compartment::Card, .fields = team::VisitWatchFields},
        {.name = "takeover", .compartment = Compartment::Card, .fields = team::TakeoverFields},
    }};
}
constexpr std::array<KindSchema, 13> newerKindsWith(std::span<const FieldSchema> noteFields)
{
    std::array<KindSchema, 13> kinds;
    std::ranges::copy(kindsWith(noteFields), kinds.begin());
    kinds.back() = {.name = "visit", .compartment = Compartment::Screening, .fields = VisitFields};
    return kinds;
}
constexpr auto ServerKinds = kindsWith(NoteFields);
constexpr auto DeviceKinds = kindsWith(LongNoteFields);
constexpr auto NewerServerKinds = newerKindsWith(NewerNoteFields);
constexpr auto NewerDeviceKinds = newerKindsWith(NewerLongNoteFields);
constexpr changelog::SchemaTable ServerSchema{ServerKinds};
constexpr changelog::SchemaTable DeviceSchema{DeviceKinds};
constexpr changelog::SchemaTable NewerServerSchema{NewerServerKinds};
constexpr changelog::SchemaTable NewerDeviceSchema{NewerDeviceKinds};

/// Notes with `due` stand on the agenda.
class NoteAgenda final : public store::AgendaProjector {
public:
    [[nodiscard]] std::string version() const override { return "1"; }
    [[nodiscard]] bool reads(std::string_view kind) const override { return kind == "note"; }
    [[nodiscard]] base::Result<std::vector<store::AgendaEntry>> agenda(base::CaseId caseId,
                                                                       const store::CaseReader &reader) const override
    {
        std::vector<store::AgendaEntry> entries;
        TRY(const auto notes, reader.records(caseId, "note"));
        for (const auto &note : notes)
            if (const auto due = note.instant("due"))
                entries.push_back({note.id, "agreed", "note.due", "note", due, std::nullopt});
        return entries;
    }
};

class PersonCards final : public store::CaseProjector {
public:
    [[nodiscard]] std::string version() const override { return "1"; }
    [[nodiscard]] bool reads(std::string_view kind) const override { return kind == "person"; }
    [[nodiscard]] base::Result<store::CardEntry> card(base::CaseId caseId,
                                                      const store::CaseReader &reader) const override
    {
        TRY(const auto people, reader.records(caseId, "person"));
        if (people.empty())
            return store::CardEntry();
        return store::CardEntry{people.front().text("givenName"), people.front().text("familyName"), "insats", false};
    }
    [[nodiscard]] base::Result<std::vector<std::string>> searchTerms(base::CaseId caseId,
                                                                     const store::CaseReader &reader) const override
    {
        std::vector<std::string> terms;
        TRY(const auto people, reader.records(caseId, "person"));
        for (const auto &person : people)
            terms.push_back(person.text("givenName"));
        return terms;
    }
    [[nodiscard]] std::optional<store::TimelineEntry> timeline(const store::RecordView &) const override
    {
        return std::nullopt;
    }
};

} // namespace

const crypto::SigningKey &deviceKey(int device)
{
    static const auto Keys = [] {
        std::vector<crypto::SigningKey> keys;
        keys.reserve(DeviceCount);
        for (int i = 0; i < DeviceCount; ++i)
            keys.push_back(std::move(*crypto::SigningKey::make()));
        return keys;
    }();
    return Keys[std::size_t(device)];
}

const crypto::SecretBytes &databaseKey()
{
    static const crypto::SecretBytes Key = [] {
        base::SeededRandom random(5);
        return crypto::SecretBytes::makeRandom(random, 32);
    }();
    return Key;
}

const changelog::SchemaTable &serverSchema(Version version)
{
    return version == Version::Newer ? NewerServerSchema : ServerSchema;
}
const changelog::SchemaTable &deviceSchema(Version version)
{
    return version == Version::Newer ? NewerDeviceSchema : DeviceSchema;
}

const store::AgendaProjector &agendaProjector()
{
    static const NoteAgenda Agenda;
    return Agenda;
}

const store::CaseProjector &caseProjector()
{
    static const PersonCards Cards;
    return Cards;
}

} // namespace faltakt::simulation
