#include "qml/viewmodels/contact/guided_talk_view_model.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>

namespace faltakt::viewmodels {

namespace {

#define WORDS(text) QT_TRANSLATE_NOOP("GuidedTalk", text)

QString words(const char *text) { return QCoreApplication::translate("GuidedTalk", text); }

struct Step {
    std::string_view code;
    const char *title;
    std::array<const char *, 4> lines; ///< Empty from the first nullptr on.
    const char *advice = "";
};

constexpr std::array Steps{
    Step{"who",
         WORDS("Vilka vi är"),
         {WORDS("Säg vem du är, var du arbetar och varför du ringer."), WORDS("Det är frivilligt att prata med mig."),
          WORDS("Jag antecknar det viktigaste. Du kan få läsa det."),
          WORDS("Det du säger stannar hos oss, utom vid fara för barn eller liv.")},
         WORDS("Frågar personen vad som händer annars: ingenting händer om du tackar nej.")},
    Step{"health",
         WORDS("Hälsan nu"),
         {WORDS("Hur mår du nu?"), WORDS("Blev du skadad, eller har du ont någonstans?"),
          WORDS("Har du haft tankar på att inte vilja leva?"), nullptr},
         WORDS("Fråga rakt och lugnt. Stanna kvar i samtalet om svaret är ja.")},
    Step{"night",
         WORDS("Natten, med egna ord"),
         {WORDS("Vad minns du av kvällen?"), WORDS("Hur ser du själv på det som hände?"), WORDS("Har det hänt förut?"),
          nullptr},
         WORDS("Lyssna. Skriv personens ord, inte dina.")},
    Step{"habits",
         WORDS("Några frågor om vanor"),
         {WORDS("Får jag ställa några korta frågor om alkohol?"), WORDS("Det tar ett par minuter. Du väljer själv."),
          nullptr, nullptr},
         WORDS("Ett nej är ett svar. Fråga inte igen samma dag.")},
    Step{"children",
         WORDS("Barn"),
         {WORDS("Finns det barn hemma, eller barn som du träffar ofta?"), WORDS("Vem tog hand om dem den natten?"),
          WORDS("Hur har de det nu?"), nullptr},
         WORDS("Vid oro: ring barnenheten själv, direkt efter samtalet.")},
    Step{"safety",
         WORDS("Trygghet"),
         {WORDS("Är du ensam nu? Ja eller nej räcker."), nullptr, nullptr, nullptr},
         WORDS("På telefon frågar du inte mer om våld. Boka ett möte om något gör dig orolig.")},
    Step{"everyday",
         WORDS("Vardagen"),
         {WORDS("Hur är det med bostaden?"), WORDS("Arbete eller studier?"), WORDS("Räcker pengarna?"),
          WORDS("Påverkas körkortet?")},
         WORDS("Ta det som personen själv tar upp.")},
    Step{"known",
         WORDS("Kontakter som redan finns"),
         {WORDS("Har du kontakt med någon som hjälper dig i dag?"),
          WORDS("Finns det någon nära som också behöver stöd?"), nullptr, nullptr},
         WORDS("Fråga bara personen. Innan en utredning är öppnad frågar vi ingen annan.")},
    Step{"offer",
         WORDS("Vad vill du ha hjälp med?"),
         {WORDS("Vad skulle du själv vilja?"),
          WORDS("Vi kan erbjuda: rådgivning, ett möte, stöd utan utredning, eller en ansökan."), nullptr, nullptr},
         WORDS("En ansökan kan göras muntligt. Den räknas från i dag.")},
    Step{"again",
         WORDS("Får vi höra av oss igen?"),
         {WORDS("Får jag ringa igen? När passar det?"), WORDS("Vilket sätt är säkrast för dig?"), nullptr, nullptr},
         WORDS("Ett nej gäller. Fråga en gång om du får höra av dig senare.")},
};

} // namespace

GuidedTalkViewModel::GuidedTalkViewModel(AttemptForm &form, QObject *parent) : QObject(parent), m_form(form) {}

int GuidedTalkViewModel::index() const noexcept { return std::clamp(m_form.guideStep, 0, count() - 1); }

int GuidedTalkViewModel::count() const noexcept { return int(Steps.size()); }

QString GuidedTalkViewModel::position() const { return tr("Steg %1 av %2").arg(index() + 1).arg(count()); }

QString GuidedTalkViewModel::title() const { return words(Steps[std::size_t(index())].title); }

QStringList GuidedTalkViewModel::lines() const
{
    QStringList lines;
    if (isWithheld())
        return lines;
    for (const char *line : Steps[std::size_t(index())].lines)
        if (line)
            lines.append(words(line));
    return lines;
}

QString GuidedTalkViewModel::advice() const
{
    if (isWithheld())
        return tr("Det här steget är för ett ostört samtal. Svara först på om personen kan prata ostört.");
    return words(Steps[std::size_t(index())].advice);
}

QStringList GuidedTalkViewModel::titles() const
{
    QStringList titles;
    for (const Step &step : Steps)
        titles.append(words(step.title));
    return titles;
}

bool GuidedTalkViewModel::isAt(std::string_view code) const { return Steps[std::size_t(index())].code == code; }

void GuidedTalkViewModel::next() { goTo(index() + 1); }

void GuidedTalkViewModel::previous() { goTo(index() - 1); }

void GuidedTalkViewModel::goTo(int index)
{
    if (index < 0 || index >= count() || index == m_form.guideStep)
        return;
    m_form.guideStep = index;
    Q_EMIT changed();
    Q_EMIT edited();
}

} // namespace faltakt::viewmodels
