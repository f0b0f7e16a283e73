#include "tests/simulation/people.h"

namespace faltakt::simulation {

using changelog::Compartment;
using changelog::FieldSchema;
using changelog::FieldType;
using changelog::KindSchema;

namespace {

constexpr std::array<FieldSchema, 3> PersonFields = {
    {{.name = "givenName"}, {.name = "familyName"}, {.name = "identityNumber"}}};
constexpr std::array<FieldSchema, 3> NoteFields = {{
    {.name = "text", .type = FieldType::LongText, .maxLength = ServerNoteLength},
    {.name = "title"},
    {.name = "due", .type = FieldType::Instant},
}};
constexpr std::array<FieldSchema, 3> LongNoteFields = {{
    {.name = "text", .type = FieldType::LongText, .maxLength = 10 * ServerNoteLength},
    {.name = "title"},
    {.name = "due", .type = FieldType::Instant},
}};
constexpr std::array<FieldSchema, 2> AssessmentFields = {{
    {.name = "instrument"},
    {.name = "answers", .type = FieldType::Answer, .maxLength = 200, .isPrefix = true},
}};
constexpr std::array<FieldSchema, 1> ReportFields = {{{.name = "text", .type = FieldType::LongText, .maxLength = 400}}};
constexpr std::array<FieldSchema, 4> AccessFields = {
    {{.name = "action"}, {.name = "purpose"}, {.name = "at"}, {.name = "reason"}}};
constexpr std::array<FieldSchema, 1> ProtectedFields = {{{.name = "name"}}};

constexpr std::array<KindSchema, 6> kindsWith(std::span<const FieldSchema> noteFields)
{
    return {{
        {.name = "person", .compartment = Compartment::Card, .fields = PersonFields},
        {.name = "note", .compartment = Compartment::File, .fields = noteFields},
        {.name = "assessment", .compartment = Compartment::Screening, .fields = AssessmentFields},
        {.name = "lobReport", .compartment = Compartment::Lob, .fields = ReportFields},
        {.name = "access", .compartment = Compartment::Reading, .fields = AccessFields},
        {.name = "protectedPerson", .compartment = Compartment::Protected, .fields = ProtectedFields},
    }};
}
constexpr auto ServerKinds = kindsWith(NoteFields);
constexpr auto DeviceKinds = kindsWith(LongNoteFields);
constexpr changelog::SchemaTable ServerSchema{ServerKinds};
constexpr changelog::SchemaTable DeviceSchema{DeviceKinds};

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

const changelog::SchemaTable &serverSchema() { return ServerSchema; }
const changelog::SchemaTable &deviceSchema() { return DeviceSchema; }

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
