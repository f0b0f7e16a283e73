// The verbs of faltakt-cli with their help: the one place where their names and options stand.
#include "sync/cli/bench.h"
#include "sync/cli/commands.h"
#include "sync/cli/store_session.h"

namespace faltakt::cli {

namespace {

constexpr OptionSpec LanguageOption{"language", "sv|en", "language of the words in the answer; sv unless given"};
constexpr OptionSpec SetOption{"set", "FIELD=JSON", "a field and its value; may be repeated", true};
constexpr std::size_t MostFields = 256;

/// A verb that opens a store, with its own options before the common ones.
CommandSpec storeCommand(CommandSpec command)
{
    command.options.push_back(StoreOption);
    command.options.push_back(PinFileOption);
    return command;
}

std::vector<CommandSpec> deviceCommands()
{
    return {
        storeCommand(
            {"enrol",
             "CODE|-",
             "make a folder into a worker's device",
             1,
             1,
             {{"name", "TEXT", "what people call this device; its host name unless given"},
              {"unlock-time", "MS", "what one try of the PIN may cost; 500 unless given, never below a safe floor"}},
             runEnrol}),
        storeCommand({"sync",
                      "",
                      "deliver what is unsent and fetch what is new",
                      0,
                      0,
                      {{"wait", "S", "stay up to S seconds for news"},
                       {"digest", "", "compare with the server what both hold, and mend what differs"}},
                      runSync}),
        storeCommand({"fetch",
                      "CASE",
                      "get the older records of a case that stayed at the server; the reason is logged there",
                      1,
                      1,
                      {{"reason", "TEXT", "why they are needed; one line"},
                       {"since", "INSTANT", "only what was touched since then; everything unless given"}},
                      runFetch}),
        storeCommand({"quarantine",
                      "",
                      "what the server did not take of the team's work; for its leader, and logged there",
                      0,
                      0,
                      {},
                      runQuarantine}),
        {"deliver",
         "",
         "bring the work of a locked device to the server, without the PIN",
         0,
         0,
         {StoreOption},
         runDeliver},
        storeCommand({"status",
                      "",
                      "counts, last contact, lease; without a PIN whether there is a locked device",
                      0,
                      0,
                      {},
                      runStatus}),
    };
}

std::vector<CommandSpec> listCommands()
{
    return {
        storeCommand({"agenda",
                      "",
                      "what to do, in the order to work it",
                      0,
                      0,
                      {{"at", "INSTANT", "urgency as of that time; now unless given"}, LanguageOption},
                      runAgenda}),
        storeCommand({"cases",
                      "",
                      "the people on this device",
                      0,
                      0,
                      {{"search", "TEXT", "by name, alias, identity number or case number, nothing else"}},
                      runCases}),
        storeCommand({"conflicts", "", "fields with values that stand against each other", 0, 0, {}, runConflicts}),
    };
}

std::vector<CommandSpec> writingCommands()
{
    return {
        storeCommand({"case",
                      "ID",
                      "show a person's file; the opening is logged first",
                      1,
                      1,
                      {{"purpose", "WORD", "assigned (unless given), deputy, breakGlass or support"},
                       {"reason", "TEXT", "why, where the purpose wants one"}},
                      runCase}),
        storeCommand({"case new", "", "make a person's file; works without the server", 0, 0, {SetOption}, runCaseNew}),
        storeCommand({"new", "CASE KIND", "make a record in a file", 2, MostFields, {SetOption}, runNew}),
        storeCommand({"set", "RECORD FIELD JSON", "give one field a new value; null clears it", 3, 3, {}, runSet}),
        storeCommand({"resolve",
                      "RECORD FIELD",
                      "end a conflict",
                      2,
                      2,
                      {{"keep", "CHANGE", "with the value of that change"}, {"value", "JSON", "with another value"}},
                      runResolve}),
        storeCommand({"sign", "RECORD", "sign a record as it stands", 1, 1, {}, runSign}),
    };
}

std::vector<CommandSpec> attachmentCommands()
{
    return {
        storeCommand({"attach",
                      "CASE FILE",
                      "put a photo (JPEG, PNG) into a file, drawn anew without place, time and camera",
                      2,
                      2,
                      {{"caption", "TEXT", "what is to be seen"}},
                      runAttach}),
        storeCommand({"attachments",
                      "CASE",
                      "the photos of a file and where their bytes are; the opening is logged first",
                      1,
                      1,
                      {},
                      runAttachments}),
        storeCommand({"attachment fetch",
                      "ID OUT",
                      "write a photo into a new file, from the server where it is not here",
                      2,
                      2,
                      {},
                      runAttachmentFetch}),
    };
}

std::vector<CommandSpec> fhirCommands()
{
    return {
        {"fhir questionnaire",
         "INSTRUMENT",
         "the instrument as a FHIR R4 Questionnaire",
         1,
         1,
         {},
         runFhirQuestionnaire},
        storeCommand({"fhir export",
                      "RECORD",
                      "a screening as a FHIR R4 QuestionnaireResponse, without name and number; logged first",
                      1,
                      1,
                      {{"violence", "", "also where the answers are about violence; the receiver is to have them"}},
                      runFhirExport}),
        storeCommand({"fhir import",
                      "FILE",
                      "a QuestionnaireResponse as a new screening; scores are counted anew",
                      1,
                      1,
                      {{"case", "ID", "write it into that case; the one that the response names unless given"}},
                      runFhirImport}),
    };
}

std::vector<CommandSpec> otherCommands()
{
    return {
        storeCommand({"screen",
                      "INSTRUMENT",
                      "score a screening, or hold one question by question",
                      1,
                      1,
                      {{"answers", "FILE", "JSON {\"<item>\": value}; no store is needed without --case"},
                       {"step", "", "one answer 'item value' per line of standard input"},
                       {"case", "ID", "write the answers into that case"},
                       {"record", "R", "go on with an interview begun before"},
                       {"sex", "f|m|f,m", "rows of the table to read; both unless given"},
                       {"age", "N", "whole years, where the table asks for them"},
                       {"cutoffs", "SET", "another set of limits that the instrument holds"},
                       {"no-skip-rule", "", "ask every question"},
                       LanguageOption},
                      runScreen}),
        storeCommand({"packs",
                      "",
                      "the content packs on this device, and why one is not used; no file is opened by it",
                      0,
                      0,
                      {},
                      runPacks}),
        storeCommand({"packs trust",
                      "CODE",
                      "take content packs of the publisher with this code, as it stands in the publisher's letter",
                      1,
                      1,
                      {},
                      runPacksTrust}),
        {"identity", "NUMBER", "check a personal or coordination number", 1, 1, {}, runIdentity},
        {"deadline",
         "",
         "when something is due by a rule, how binding that is and why; no store is needed",
         0,
         0,
         {{"profile", "P", "the municipality, such as norsjo"},
          {"rule", "R", "the rule, such as appeal.arrive; --list names them all"},
          {"from", "DATE", "when it started: a day, or a moment where one is known"},
          {"with", "KEY=VALUE", "what the rule wants besides, such as age=19; may be repeated", true},
          {"list", "", "every rule with what starts it and its keys"},
          LanguageOption},
         runDeadline},
        {"calendar", "YEAR", "non-working days besides Saturdays and Sundays", 1, 1, {}, runCalendar},
        {"bench",
         "[WHAT...]",
         "the figures of the speed table",
         0,
         16,
         {},
         [](CommandContext &context, const Invocation &invocation) {
             return runBench(context, invocation.arguments());
         }},
    };
}

} // namespace

CommandTable commandTable()
{
    std::vector<CommandSpec> commands;
    for (auto &group :
         {deviceCommands(), listCommands(), writingCommands(), attachmentCommands(), fhirCommands(), otherCommands()})
        commands.insert(commands.end(), group.begin(), group.end());
    return {"faltakt-cli", "the field app without a screen", std::move(commands)};
}

} // namespace faltakt::cli
