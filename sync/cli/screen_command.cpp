// Screening: all answers at once from a file, or question by question.
#include "core/casework/swedish_time.h"
#include "core/screening/assessment_record.h"
#include "core/screening/pack_shelf.h"
#include "sync/cli/commands.h"
#include "sync/cli/input_file.h"
#include "sync/cli/interview_command.h"
#include "sync/cli/options.h"
#include "sync/cli/store_session.h"

namespace faltakt::cli {

namespace json = base::json;
using base::CaseId;
using base::RecordId;

namespace {

constexpr int OldestAge = 130;
constexpr std::size_t MostAnswerBytes = 1024 * 1024;

CommandExpected<std::optional<screening::Sex>> readSex(const Invocation &invocation)
{
    const std::string text = invocation.has("sex") ? invocation.value("sex") : "f,m";
    if (text == "f,m" || text == "m,f")
        return std::optional<screening::Sex>();
    if (text == "f")
        return std::optional(screening::Sex::Female);
    if (text == "m")
        return std::optional(screening::Sex::Male);
    return wrongUsage("--sex is f, m or f,m: the rows of the table to read.");
}

CommandExpected<screening::ResultSettings> readSettings(const Invocation &invocation)
{
    screening::ResultSettings settings;
    TRY_COMMAND(settings.sex, readSex(invocation));
    if (invocation.has("age")) {
        TRY_COMMAND(const int age, readNumber(invocation, "age", 0, OldestAge));
        settings.age = age;
    }
    if (invocation.has("no-skip-rule"))
        settings.skipRule = screening::SkipRule::Off;
    if (invocation.has("cutoffs"))
        settings.cutoffSet = invocation.value("cutoffs");
    return settings;
}

CommandExpected<screening::AnswerSheet> readAnswers(const screening::QuestionnairePointer &questionnaire,
                                                    const std::string &path)
{
    TRY_COMMAND(const std::string text, readInputFile(path, "file with the answers", MostAnswerBytes));
    auto answers = json::parse(text);
    if (!answers)
        return refuse("The file with the answers is not JSON (" + answers.error().detail() + ").");
    auto sheet = screening::AnswerSheet::fromInput(questionnaire, *answers);
    if (!sheet)
        return refuse("The answers do not fit the instrument (" + sheet.error().detail() + ").");
    return std::move(*sheet);
}

/// Writes all answers as one assessment record.
CommandExpected<RecordId> writeAssessment(CommandContext &context, store::CaseStore &cases, CaseId caseId,
                                          const screening::AnswerSheet &sheet, const screening::ScreeningResult &result)
{
    TRY_COMMAND(const bool known, cases.hasCase(caseId));
    if (!known)
        return refuse("This device holds no case with that id.");
    json::Object fields = screening::assessmentOpening(*result.questionnaire, result.settings, context.clock.now());
    for (const auto &[name, value] : screening::answerFields(sheet))
        fields.append(name, value);
    if (result.score.complete)
        for (const auto &[name, value] : screening::assessmentClosing(result, context.clock.now()))
            fields.set(name, value);
    const auto record = base::UuidMaker(context.clock, context.random).makeId<RecordId>();
    store::Draft draft;
    draft.caseId = caseId;
    draft.sets.push_back(changelog::makeCreation(record, "assessment", std::move(fields)));
    TRY_COMMAND_VOID(cases.save(draft));
    return record;
}

/// A screening as the command line orders it.
struct ScreenOrder {
    screening::ResultSettings settings;
    std::string language;
    std::string instrument;
};

CommandExpected<screening::QuestionnairePointer> findInstrument(const screening::InstrumentLibrary &library,
                                                                const std::string &id)
{
    auto questionnaire = library.find(id);
    if (!questionnaire)
        return refuse("There is " + questionnaire.error().detail() + ".");
    return std::move(*questionnaire);
}

/// What the store's content packs say in the place of what the program brings.
CommandExpected<screening::QuestionnairePointer> findInstrument(CommandContext &context, store::CaseStore &cases,
                                                                const std::string &id)
{
    screening::PackShelf shelf(cases.contentPacks());
    TRY_COMMAND(const auto *library, shelf.library(casework::swedishDate(context.clock.now())));
    return findInstrument(*library, id);
}

/// The text with which a screening was begun, whatever has come since.
CommandExpected<screening::QuestionnairePointer> findBegun(CommandContext &context, store::CaseStore &cases,
                                                           RecordId record)
{
    TRY_COMMAND(const auto view, cases.record(record));
    if (!view || view->deleted || view->kind != "assessment")
        return refuse("This case has no screening with that id.");
    screening::PackShelf shelf(cases.contentPacks());
    auto begun =
        shelf.edition(screening::InstrumentEdition::of(view->fields), casework::swedishDate(context.clock.now()));
    if (!begun)
        return refuse("That screening was " + begun.error().detail() + "; this program cannot go on with it.");
    return std::move(*begun);
}

CommandResult screenWithoutStore(CommandContext &context, const Invocation &invocation, const ScreenOrder &order)
{
    TRY_COMMAND(const screening::InstrumentLibrary library, screening::InstrumentLibrary::shipped());
    TRY_COMMAND(const auto questionnaire, findInstrument(library, order.instrument));
    TRY_COMMAND(const screening::AnswerSheet sheet, readAnswers(questionnaire, invocation.value("answers")));
    TRY_COMMAND(const screening::ScreeningResult result, screening::interpret(sheet, order.settings));
    TRY_COMMAND_VOID(context.output.write(screening::resultToJson(result, order.language)));
    return {};
}

CommandResult screenFromFile(CommandContext &context, const Invocation &invocation, const ScreenOrder &order)
{
    TRY_COMMAND(const CaseId caseId, readId<CaseId>(invocation.value("case"), "case"));
    return withStore(context, invocation, [&](client::FieldStore &fieldStore) -> CommandResult {
        TRY_COMMAND(const auto questionnaire, findInstrument(context, fieldStore.cases(), order.instrument));
        TRY_COMMAND(const screening::AnswerSheet sheet, readAnswers(questionnaire, invocation.value("answers")));
        TRY_COMMAND(const screening::ScreeningResult result, screening::interpret(sheet, order.settings));
        json::Value shown = screening::resultToJson(result, order.language);
        TRY_COMMAND(const RecordId record, writeAssessment(context, fieldStore.cases(), caseId, sheet, result));
        shown.object()->set("record", record.toString());
        TRY_COMMAND_VOID(context.output.write(shown));
        return {};
    });
}

CommandResult screenByStep(CommandContext &context, const Invocation &invocation, const ScreenOrder &order)
{
    if (!invocation.has("case"))
        return wrongUsage("--step writes into a case: name it with --case ID.");
    TRY_COMMAND(const CaseId caseId, readId<CaseId>(invocation.value("case"), "case"));
    std::optional<RecordId> record;
    if (invocation.has("record")) {
        TRY_COMMAND(record, readId<RecordId>(invocation.value("record"), "record"));
    }
    return withStore(context, invocation, [&](client::FieldStore &fieldStore) -> CommandResult {
        TRY_COMMAND(const bool known, fieldStore.cases().hasCase(caseId));
        if (!known)
            return refuse("This device holds no case with that id.");
        TRY_COMMAND(auto asked, findInstrument(context, fieldStore.cases(), order.instrument));
        if (record) {
            TRY_COMMAND(auto begun, findBegun(context, fieldStore.cases(), *record));
            if (begun->id() != asked->id())
                return refuse("That screening is another instrument's: " + begun->id() + '.');
            asked = std::move(begun);
        }
        return runInterview(context, fieldStore, {asked, order.settings, caseId, record, order.language});
    });
}

} // namespace

CommandResult runScreen(CommandContext &context, const Invocation &invocation)
{
    ScreenOrder order;
    TRY_COMMAND(order.settings, readSettings(invocation));
    TRY_COMMAND(order.language, readLanguage(invocation));
    order.instrument = invocation.argument(0);
    if (invocation.has("step") == invocation.has("answers"))
        return wrongUsage("'screen' wants either --answers FILE or --step.");
    if (invocation.has("step"))
        return screenByStep(context, invocation, order);
    if (invocation.has("record"))
        return wrongUsage("--record goes with --step.");
    return invocation.has("case") ? screenFromFile(context, invocation, order)
                                  : screenWithoutStore(context, invocation, order);
}

} // namespace faltakt::cli
