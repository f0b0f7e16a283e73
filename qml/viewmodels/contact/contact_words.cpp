#include "qml/viewmodels/contact/contact_words.h"

#include "core/casework/code_words.h"
#include "core/casework/field_text.h"
#include "core/casework/person_card.h"
#include "core/casework/record_codes.h"
#include "core/rules/attempt_choices.h"
#include "core/rules/law_map.h"
#include "core/screening/brief_advice.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>
#include <iterator>
#include <span>

namespace faltakt::viewmodels {

namespace {

using Codes = std::span<const std::string_view>;

QString words(const char *text) { return QCoreApplication::translate("ContactWords", text); }

struct CodeIcon {
    std::string_view code;
    const char *iconName;
};
constexpr std::array Icons{
    CodeIcon{"reached", "phone-call"},
    CodeIcon{"callLater", "clock"},
    CodeIcon{"noAnswer", "phone-missed"},
    CodeIcon{"wrongNumber", "user-x"},
    CodeIcon{"unsure", "circle-help"},
    CodeIcon{"someoneElse", "users"},
    CodeIcon{"hungUp", "phone-off"},
    CodeIcon{"notFit", "moon"},
    CodeIcon{"needsInterpreter", "languages"},
    CodeIcon{"inInstitution", "building"},
    CodeIcon{"alreadyWithUs", "user-check"},
    CodeIcon{"noNumber", "ban"},
    CodeIcon{"declined", "hand"},
    CodeIcon{"deceased", "circle-alert"},
    CodeIcon{"call", "phone"},
    CodeIcon{"visit", "house"},
    CodeIcon{"sms", "message-square-text"},
    CodeIcon{"letter", "mail"},
    CodeIcon{"place", "map-pin"},
    CodeIcon{"note", "file-text"},
    CodeIcon{"through", "users"},
};

/// In the order of how often a talk ends so; those after the fourth stand behind "Fler ...".
constexpr std::array<std::string_view, 8> Results = {"tookAdvice",        "declined",           "wantsToApply",
                                                     "didNotFit",         "bookedVisit",        "passedToChildUnit",
                                                     "otherMunicipality", "investigationOpened"};
constexpr std::size_t FirstResults = 4;

constexpr std::array<std::string_view, 4> MessageOutcomes = {"noAnswer", "reached", "declined", "wrongNumber"};
constexpr std::array<std::string_view, 8> MeetingOutcomes = {
    "reached", "noAnswer", "someoneElse", "callLater", "notFit", "needsInterpreter", "inInstitution", "declined"};

QString codeText(std::string_view field, std::string_view code, Language language)
{
    return QString::fromStdString(casework::codeText("contact", field, code, language));
}

Choices choicesOf(std::string_view field, Codes codes, Language language)
{
    Choices choices;
    for (const std::string_view code : codes) {
        const auto icon = std::ranges::find(Icons, code, &CodeIcon::code);
        choices.push_back({std::string(code), codeText(field, code, language),
                           icon == Icons.end() ? QString() : QString::fromLatin1(icon->iconName), QString()});
    }
    return choices;
}

void rename(Choices &choices, std::string_view code, const QString &text)
{
    for (ChoiceListModel::Choice &choice : choices)
        if (choice.code == code)
            choice.text = text;
}

/// The choices that the municipality has, in its order and by its names.
Choices asOffered(const Choices &all, const Offered &offered, Language language)
{
    if (!offered)
        return all;
    Choices choices;
    for (const rules::ProfileOutcome &outcome : offered->codes) {
        const auto found = std::ranges::find(all, outcome.code, &ChoiceListModel::Choice::code);
        if (found == all.end())
            continue;
        choices.push_back(*found);
        if (!outcome.name.in(language).empty())
            choices.back().text = QString::fromStdString(outcome.name.in(language));
    }
    return choices;
}

/// Has its button where it is asked who answered.
bool isCaller(const ChoiceListModel::Choice &choice)
{
    return choice.code == "reached" || choice.code == "someoneElse";
}

} // namespace

QString outcomeText(std::string_view code, Language language) { return codeText("outcome", code, language); }
QString resultText(std::string_view code, Language language) { return codeText("result", code, language); }
QString wayText(std::string_view code, Language language) { return codeText("way", code, language); }

Choices callerChoices(Language language)
{
    static constexpr std::array<std::string_view, 3> Codes = {"reached", "someoneElse", "unsure"};
    Choices choices = choicesOf("outcome", Codes, language);
    rename(choices, "reached", words(QT_TRANSLATE_NOOP("ContactWords", "Personen själv")));
    rename(choices, "someoneElse", words(QT_TRANSLATE_NOOP("ContactWords", "Någon annan")));
    rename(choices, "unsure", words(QT_TRANSLATE_NOOP("ContactWords", "Vet inte säkert")));
    return choices;
}

Choices unsureChoices(Language language)
{
    static constexpr std::array<std::string_view, 4> Codes = {"reached", "someoneElse", "wrongNumber", "hungUp"};
    Choices choices = choicesOf("outcome", Codes, language);
    rename(choices, "reached", words(QT_TRANSLATE_NOOP("ContactWords", "Det är personen själv")));
    rename(choices, "someoneElse", words(QT_TRANSLATE_NOOP("ContactWords", "Det är någon annan")));
    return choices;
}

namespace {

Choices withoutCallers(Choices choices)
{
    std::erase_if(choices, isCaller);
    return choices;
}

/// Everything that can come of a call besides who answered, those with a button of their own first, and how many these are.
Choices allCallOutcomes(Language language, const Offered &offered, std::size_t &first)
{
    const Choices main = withoutCallers(choicesOf("outcome", rules::mainOutcomes(), language));
    Choices all = main;
    std::ranges::copy(withoutCallers(choicesOf("outcome", rules::otherOutcomes(), language)), std::back_inserter(all));
    all = asOffered(all, offered, language);
    first = std::min(main.size(), all.size());
    return all;
}

} // namespace

Choices callOutcomes(Language language, const Offered &offered)
{
    std::size_t first = 0;
    Choices choices = allCallOutcomes(language, offered, first);
    choices.resize(first);
    return choices;
}

Choices moreCallOutcomes(Language language, const Offered &offered)
{
    std::size_t first = 0;
    Choices choices = allCallOutcomes(language, offered, first);
    choices.erase(choices.begin(), choices.begin() + std::ptrdiff_t(first));
    choices.push_back({"otherWay",
                       words(QT_TRANSLATE_NOOP("ContactWords", "Sms, besök, brev eller annat sätt")),
                       QStringLiteral("map-pin"),
                       {}});
    return choices;
}

Choices outcomesOf(std::string_view way, Language language, const Offered &offered)
{
    if (way == "letter")
        return {};
    if (way == "call" || way.empty())
        return asOffered(choicesOf("outcome", casework::codes::ContactOutcome, language), offered, language);
    if (way == "sms" || way == "note")
        return asOffered(choicesOf("outcome", MessageOutcomes, language), offered, language);
    Choices choices = asOffered(choicesOf("outcome", MeetingOutcomes, language), offered, language);
    rename(choices, "noAnswer", words(QT_TRANSLATE_NOOP("ContactWords", "Träffade ingen")));
    rename(choices, "reached", words(QT_TRANSLATE_NOOP("ContactWords", "Träffades")));
    rename(choices, "someoneElse", words(QT_TRANSLATE_NOOP("ContactWords", "Träffade någon annan")));
    return choices;
}

Choices contactWays(Language language) { return choicesOf("way", casework::codes::ContactMode, language); }

Choices talkResults(bool all, Language language, const Offered &offered)
{
    Choices choices = asOffered(choicesOf("result", Results, language), offered, language);
    if (!all && choices.size() > FirstResults)
        choices.resize(FirstResults);
    return choices;
}

Choices aloneChoices(Language language)
{
    static constexpr std::array<std::string_view, 2> Codes = {"yes", "no"};
    Choices choices = choicesOf("alone", Codes, language);
    rename(choices, "no", words(QT_TRANSLATE_NOOP("ContactWords", "Nej, ring igen")));
    return choices;
}

Choices childrenChoices(Language language) { return choicesOf("children", casework::codes::Children, language); }

Choices againChoices(Language language)
{
    return choicesOf("mayContactAgain", casework::codes::YesNoNotAsked, language);
}

Choices againWhenChoices(Language language)
{
    Choices choices;
    for (const std::string_view code : rules::contactAgainCodes())
        choices.push_back({std::string(code), QString::fromStdString(rules::contactAgainText(code, language))});
    return choices;
}

Choices closePersonChoices(Language language)
{
    return choicesOf("closePerson", casework::codes::YesNoNotAsked, language);
}

Choices agreesChoices(Language language) { return choicesOf("agreesToNext", casework::codes::YesNoNotAsked, language); }

Choices adviceChoices(Language language)
{
    struct Advice {
        std::string_view level;
        int minutes;
    };
    static constexpr std::array<Advice, 3> Given{Advice{"simple", 5}, Advice{"advising", 10}, Advice{"qualified", 15}};
    Choices choices{{"none", words(QT_TRANSLATE_NOOP("ContactWords", "Ingen"))}};
    const casework::ValueContext context{{}, language, {}};
    for (const Advice &advice : Given) {
        const base::json::Object field = screening::briefAdviceField(advice.level, advice.minutes);
        choices.push_back({std::string(advice.level) + ' ' + std::to_string(advice.minutes),
                           QString::fromStdString(casework::valueText("contact", "briefAdvice", field, context))});
    }
    return choices;
}

Choices visitChoices(std::string_view field, Language language)
{
    if (field == "agreedHow")
        return choicesOf(field, casework::codes::AgreedHow, language);
    if (field == "interpretedBy")
        return choicesOf(field, casework::codes::InterpreterUse, language);
    if (field == "letIn")
        return choicesOf(field, casework::codes::LetIn, language);
    return choicesOf(field, casework::codes::YesNoNotAsked, language);
}

Choices contactsOf(const rules::Profile &profile, std::initializer_list<std::string_view> groups)
{
    Choices choices;
    for (const rules::ProfileContact &contact : profile.contacts)
        if (std::ranges::find(groups, contact.group) != groups.end())
            choices.push_back({contact.name, QString::fromStdString(contact.name)});
    return choices;
}

Choices interpreterChoices(Language language)
{
    Choices choices;
    for (const std::string_view tag : casework::interpreterLanguages())
        choices.push_back({std::string(tag), QString::fromStdString(casework::languageName(tag, language))});
    choices.push_back({"und", words(QT_TRANSLATE_NOOP("ContactWords", "Vet inte"))});
    return choices;
}

QString repeatText(int reports, bool considersInvestigation, bool hasDangerSign, base::Date day)
{
    const auto paragraph = [day](std::string_view subject) {
        return QString::fromStdString(rules::shippedLawMap().paragraph(subject, day));
    };
    if (!considersInvestigation)
        return words(QT_TRANSLATE_NOOP(
                         "ContactWords",
                         "Rapport %1 på tolv månader. Erbjud ett möte och se över stödet. Förval, inte lag."))
            .arg(reports);
    if (!hasDangerSign)
        return words(
                   QT_TRANSLATE_NOOP("ContactWords",
                                     "Rapport %1 på tolv månader. Ta ställning till utredning (%2). Förval, inte lag."))
            .arg(reports)
            .arg(paragraph("startInvestigation"));
    return words(QT_TRANSLATE_NOOP("ContactWords",
                                   "Rapport %1 på tolv månader, och tecken på fara. Ta ställning till utredning (%2), "
                                   "och prata med teamledaren om %3."))
        .arg(reports)
        .arg(paragraph("startInvestigation"), paragraph("lvmInvestigation"));
}

QString whyNoText(const casework::PersonCard &card)
{
    if (card.hasFlag("violence"))
        return words(
            QT_TRANSLATE_NOOP("ContactWords", "Sms är avstängt: inga meddelanden lämnas till den här personen."));
    const auto isNumber = [](const casework::ContactWay &way) { return way.isNumber(); };
    const auto isReadByOthers = [](const casework::ContactWay &way) {
        return !way.isNumber() || way.shared || !way.through.empty();
    };
    const bool hasNumber = std::ranges::any_of(card.contactWays, isNumber);
    if (hasNumber && std::ranges::all_of(card.contactWays, isReadByOthers))
        return words(QT_TRANSLATE_NOOP("ContactWords", "Sms är avstängt: andra kan läsa numret."));
    return {};
}

} // namespace faltakt::viewmodels
