#include "core/casework/record_schemas.h"

#include "core/casework/record_codes.h"
#include "core/casework/schema_act.h"
#include "core/casework/schema_child.h"
#include "core/casework/schema_deputy.h"
#include "core/casework/schema_fields.h"
#include "core/casework/schema_misfiled.h"
#include "core/casework/schema_tally.h"
#include "core/casework/schema_team.h"
#include "core/crypto/sealed_blob.h"

namespace faltakt::casework {

namespace {

using namespace fields;
using changelog::Compartment;
using changelog::KindSchema;
using changelog::Surface;

constexpr FieldSchema PersonFields[] = {
    text("givenName", Sensitivity::Personal, NameLength),
    text("familyName", Sensitivity::Personal, NameLength),
    text("identityNumber", Sensitivity::Personal, 32),
    code("identityKind", codes::IdentityKind, Sensitivity::Personal),
    personal("birthDate", FieldType::Date),
    code("sex", codes::Sex, Sensitivity::Personal),
    text("interpreter", Sensitivity::Personal, 35),
    structured("aliases", FieldType::List, ListBytes, Sensitivity::Personal),
    structured("contactWays", FieldType::List, ListBytes, Sensitivity::Personal),
    structured("flags", FieldType::List, ListBytes, Sensitivity::Sensitive),
    text("homeMunicipality", Sensitivity::Personal, NameLength),
    code("protection", codes::Protection),
    structured("noContact", FieldType::Object, 1024, Sensitivity::Sensitive),
    personal("deceased", FieldType::Boolean),
    plain("mergedInto", FieldType::Id),
};

constexpr FieldSchema ProtectedPersonFields[] = {
    text("givenName", Sensitivity::Protected, NameLength),
    text("familyName", Sensitivity::Protected, NameLength),
    text("identityNumber", Sensitivity::Protected, 32),
    text("address", Sensitivity::Protected),
    text("forwarding", Sensitivity::Protected),
    text("phone", Sensitivity::Protected, 40),
};

constexpr FieldSchema CaseFields[] = {
    code("stage", codes::Stage),
    code("closedAs", codes::CaseClosedAs),
    longText("closedReason"),
    plain("closedAt", FieldType::Instant),
    code("closedFrom", codes::Stage), // Where the matter stood: it goes on from there where it was closed by mistake.
    plain("reopenedAt", FieldType::Instant),
    longText("reopenedReason"),
    plain("stageAt", FieldType::Instant), // Since when it stands there, and why where that was said.
    longText("stageReason"),
    plain("openedAt", FieldType::Instant),
    text("caseNumber", Sensitivity::Plain, 40),
    text("profile", Sensitivity::Plain, 64),
    plain("responsible", FieldType::Id),
    plain("team", FieldType::Id), // A case of a team itself, and of no person.
    text("teamName", Sensitivity::Plain, NameLength),
    plain("mergedInto", FieldType::Id),
};

constexpr FieldSchema LobReportFields[] = {
    code("source", codes::ReportSource),
    text("sheetNumber", Sensitivity::Personal, 60),
    sensitive("takenAt", FieldType::Instant),
    text("place", Sensitivity::Sensitive),
    plain("received", FieldType::Instant),
    plain("registered", FieldType::Instant),
    code("ground", codes::Ground),
    code("substance", codes::Substance),
    longText("condition"),
    sensitive("injuries", FieldType::Boolean),
    sensitive("medicalCheck", FieldType::Boolean),
    code("keptAt", codes::KeptAt),
    text("decidedBy", Sensitivity::Personal, NameLength),
    sensitive("releasedAt", FieldType::Instant),
    text("releasedTo", Sensitivity::Sensitive),
    sensitive("violent", FieldType::Boolean),
    code("childrenPresent", codes::YesNoUnknown),
    sensitive("guardianInformed", FieldType::Boolean),
    sensitive("licenceRegister", FieldType::Boolean),
    text("event", Sensitivity::Sensitive),
    text("homeMunicipality", Sensitivity::Personal, NameLength),
    integer("ageAtCustody", 0, 130),
    sensitive("dangerSign", FieldType::Boolean),
    integer("repeatCount", 1, 1000),
    code("status", codes::ReportStatus),
    code("closedAs", codes::ReportClosedAs),
    longText("closedReason"),
    plain("letterRequestedAt", FieldType::Instant),
    plain("letterSentAt", FieldType::Instant),
    text("letterDespite", Sensitivity::Sensitive),
    code("letterHeldFor", codes::LetterHold),
    longText("letterHeldReason", 2000),
};

constexpr FieldSchema ContactFields[] = {
    code("way", codes::ContactMode),
    code("outcome", codes::ContactOutcome),
    sensitive("at", FieldType::Instant),
    code("result", codes::ContactResult),
    plain("lobReport", FieldType::Id),
    plain("task", FieldType::Id),
    sensitive("nextAt", FieldType::Instant),
    code("mayContactAgain", codes::YesNoNotAsked),
    sensitive("mayContactAt", FieldType::Instant),
    code("alone", codes::YesNoNotAsked),
    code("children", codes::Children),
    longText("ownWish"),
    // Shorter than the others, so that the whole form still fits a line.
    longText("representativeView", 2000),
    longText("text"),
    longText("judgement", 4000),
    code("agreedHow", codes::AgreedHow),
    text("whoPresent", Sensitivity::Sensitive),
    code("othersAgreed", codes::YesNoNotAsked),
    code("letIn", codes::LetIn),
    code("interpretedBy", codes::InterpreterUse),
    text("place", Sensitivity::Sensitive),
    text("through", Sensitivity::Sensitive),
    code("personAgreed", codes::YesNoNotAsked),
    structured("briefAdvice", FieldType::Object, 512, Sensitivity::Sensitive),
    code("letter", codes::LetterNotice, Sensitivity::Plain),
    code("letterWay", codes::LetterWay),
    code("closePerson", codes::YesNoNotAsked),
    code("agreesToNext", codes::YesNoNotAsked),
};

constexpr FieldSchema NoteFields[] = {
    longText("text"),
    longText("judgement"),
    sensitive("at", FieldType::Instant),
    longText("disputed"),
    plain("quick", FieldType::Boolean),
    plain("addendumTo", FieldType::Id),
    code("toldBy", codes::ToldBy),
    text("toldByName", Sensitivity::Sensitive),
};

constexpr FieldSchema AssessmentFields[] = {
    text("instrument", Sensitivity::Sensitive, 64),
    text("version", Sensitivity::Plain, 64),
    text("pack", Sensitivity::Plain, 100),
    code("status", codes::AssessmentStatus),
    {.name = "answers",
     .type = FieldType::Answer,
     .sensitivity = Sensitivity::Sensitive,
     .maxLength = 16 * 1024,
     .isPrefix = true},
    {.name = "notes",
     .type = FieldType::LongText,
     .sensitivity = Sensitivity::Sensitive,
     .maxLength = 4000,
     .isPrefix = true},
    sensitive("startedAt", FieldType::Instant),
    sensitive("completedAt", FieldType::Instant),
    code("sex", codes::Sex),
    integer("age", 0, 130),
    code("ageBand", codes::AgeBand),
    plain("skipRule", FieldType::Boolean),
    text("cutoffSet", Sensitivity::Plain, 64),
    code("influenced", codes::Influenced),
    sensitive("selfReported", FieldType::Boolean),
    sensitive("askedByWorker", FieldType::Boolean),
    plain("trained", FieldType::Boolean),
    sensitive("othersPresent", FieldType::Boolean),
    sensitive("wasAlone", FieldType::Boolean),
    code("interpretedBy", codes::InterpreterUse),
    text("interpreterLanguage", Sensitivity::Sensitive, 35),
    text("secondLanguage", Sensitivity::Sensitive, 35),
    integer("score", -1000, 10'000),
    structured("zone", FieldType::Object, 1024, Sensitivity::Sensitive),
};

constexpr FieldSchema SignatureFields[] = {
    plain("record", FieldType::Id),
    structured("heads", FieldType::Object, 64 * 1024, Sensitivity::Plain),
    plain("worker", FieldType::Id),
    plain("device", FieldType::Id),
    plain("at", FieldType::Instant),
    text("sig", Sensitivity::Plain, 200),
    code("compartment", codes::Compartment, Sensitivity::Plain),
};

constexpr FieldSchema AccessFields[] = {
    code("action", codes::AccessAction, Sensitivity::Personal),
    code("purpose", codes::AccessPurpose, Sensitivity::Personal),
    longText("reason"),
    personal("at", FieldType::Instant),
};

constexpr FieldSchema TaskFields[] = {
    code("what", codes::TaskWhat),       text("text", Sensitivity::Sensitive, 500),
    plain("due", FieldType::Instant),    code("basis", codes::TaskBasis, Sensitivity::Plain),
    plain("assignedTo", FieldType::Id),  plain("lobReport", FieldType::Id),
    plain("record", FieldType::Id),      code("status", codes::TaskStatus, Sensitivity::Plain),
    plain("doneAt", FieldType::Instant),
};

/// Somebody around a person: kin, or who speaks or decides for her. What he or she may know is said by the person.
constexpr FieldSchema RelatedFields[] = {
    code("role", codes::RelatedRole),
    text("name", Sensitivity::Personal, NameLength),
    text("relation", Sensitivity::Personal, NameLength),
    text("phone", Sensitivity::Personal, 40),
    text("hours", Sensitivity::Personal, 100),
    text("mandate", Sensitivity::Sensitive),
    sensitive("validUntil", FieldType::Date),
    code("mayKnow", codes::YesNoNotAsked),
    text("share", Sensitivity::Sensitive, 500),
};

// The bytes lie apart (core/crypto/sealed_blob.h): `blob` names them, `key` opens them.
constexpr FieldSchema AttachmentFields[] = {
    text("caption", Sensitivity::Sensitive),
    code("mediaType", codes::MediaType, Sensitivity::Plain),
    sensitive("at", FieldType::Instant),
    text("blob", Sensitivity::Plain, 43),
    size("size", crypto::BlobForm::MaxBytes),
    text("key", Sensitivity::Sensitive, 43),
    plain("about", FieldType::Id),
};

/// With where it comes from, for what was written in the wrong person's file.
template <const auto &Own>
constexpr auto Movable = misfiled::movable(Own);

constexpr KindSchema Kinds[] = {
    {"person", Compartment::Card, Surface::Field, PersonFields},
    {"protectedPerson", Compartment::Protected, Surface::Office, ProtectedPersonFields},
    {"case", Compartment::Card, Surface::Field, CaseFields},
    {"lobReport", Compartment::Lob, Surface::Light, LobReportFields},
    {"contact", Compartment::File, Surface::Field, Movable<ContactFields>},
    {"note", Compartment::File, Surface::Field, Movable<NoteFields>},
    {"children", Compartment::File, Surface::Field, Movable<ChildrenFields>},
    {"child", Compartment::File, Surface::Field, Movable<ChildFields>},
    {"concernReport", Compartment::File, Surface::Field, Movable<ConcernReportFields>},
    {"safetyCheck", Compartment::File, Surface::Field, Movable<SafetyCheckFields>},
    {"safetyTalk", Compartment::Screening, Surface::Field, Movable<SafetyTalkFields>},
    {"assessment", Compartment::Screening, Surface::Field, Movable<AssessmentFields>},
    {.name = "signature",
     .compartment = Compartment::File,
     .surface = Surface::Field,
     .fields = SignatureFields,
     .takesCompartmentOfRecord = true},
    {"access", Compartment::Reading, Surface::Office, AccessFields},
    {"task", Compartment::Card, Surface::Field, TaskFields},
    {"attachment", Compartment::File, Surface::Field, Movable<AttachmentFields>},
    {"related", Compartment::File, Surface::Field, RelatedFields},
    {"act", Compartment::File, Surface::Light, Movable<ActFields>},
    {"colleague", Compartment::Card, Surface::Reference, team::ColleagueFields},
    {"visitWatch", Compartment::Card, Surface::Field, team::VisitWatchFields},
    {"takeover", Compartment::Card, Surface::Field, team::TakeoverFields},
    {"tally", Compartment::Card, Surface::Field, tally::TallyFields},
    {"misfiled", Compartment::File, Surface::Field, misfiled::ActFields},
    {"deputy", Compartment::Card, Surface::Field, team::DeputyFields},
};

constexpr changelog::SchemaTable Table{Kinds};

} // namespace

const changelog::SchemaTable &recordSchemas() noexcept { return Table; }

} // namespace faltakt::casework
