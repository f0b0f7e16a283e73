#include "qml/viewmodels/contact/guided_talk_view_model.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>

namespace faltakt::viewmodels {

namespace {

QString words(const char *text) { return QCoreApplication::translate("GuidedTalk", text); }

struct Step {
    std::string_view code;
    const char *title;
    std::array<const char *, 4> lines; ///< Empty from the first nullptr on.
    const char *advice = "";
};

/// In the order in which most people can bear it; none of them is required.
constexpr std::array Steps{
    Step{"who",
         QT_TRANSLATE_NOOP("GuidedTalk", "Vilka vi är"),
         {QT_TRANSLATE_NOOP("GuidedTalk", "Säg vem du är, var du arbetar och varför du ringer."),
          QT_TRANSLATE_NOOP("GuidedTalk", "Det är frivilligt att prata med mig."),
          QT_TRANSLATE_NOOP("GuidedTalk", "Jag antecknar det viktigaste. Du kan få läsa det."), nullptr},
         QT_TRANSLATE_NOOP("GuidedTalk", "Frågar personen vad som händer annars: ingenting händer om du tackar nej.")},
    Step{"duty",
         QT_TRANSLATE_NOOP("GuidedTalk", "Vad vi gör och inte gör"),
         {QT_TRANSLATE_NOOP("GuidedTalk", "Det du säger stannar hos oss, utom vid fara för barn eller liv."),
          QT_TRANSLATE_NOOP("GuidedTalk", "Har du barn vill vi veta att de har det bra. Det är inget förhör."),
          QT_TRANSLATE_NOOP("GuidedTalk", "Oroar något oss för ett barn säger vi det till dig först, om det går."),
          nullptr},
         QT_TRANSLATE_NOOP("GuidedTalk", "Säg det innan du frågar, så att personen kan välja vad som berättas.")},
    Step{"health",
         QT_TRANSLATE_NOOP("GuidedTalk", "Hälsan nu"),
         {QT_TRANSLATE_NOOP("GuidedTalk", "Hur mår du nu?"),
          QT_TRANSLATE_NOOP("GuidedTalk", "Blev du skadad, eller har du ont någonstans?"),
          QT_TRANSLATE_NOOP("GuidedTalk", "Har du haft tankar på att inte vilja leva?"), nullptr},
         QT_TRANSLATE_NOOP("GuidedTalk", "Fråga rakt och lugnt. Stanna kvar i samtalet om svaret är ja.")},
    Step{"night",
         QT_TRANSLATE_NOOP("GuidedTalk", "Natten, med egna ord"),
         {QT_TRANSLATE_NOOP("GuidedTalk", "Vad minns du av kvällen?"),
          QT_TRANSLATE_NOOP("GuidedTalk", "Hur ser du själv på det som hände?"),
          QT_TRANSLATE_NOOP("GuidedTalk", "Har det hänt förut?"), nullptr},
         QT_TRANSLATE_NOOP("GuidedTalk", "Lyssna. Skriv personens ord, inte dina.")},
    Step{"wish",
         QT_TRANSLATE_NOOP("GuidedTalk", "Egen önskan"),
         {QT_TRANSLATE_NOOP("GuidedTalk", "Vad skulle du själv vilja?"),
          QT_TRANSLATE_NOOP("GuidedTalk", "Vad skulle göra störst skillnad just nu?"), nullptr, nullptr},
         QT_TRANSLATE_NOOP("GuidedTalk", "Det här är personens egna ord. De styr resten av samtalet.")},
    Step{"habits",
         QT_TRANSLATE_NOOP("GuidedTalk", "Några frågor om vanor"),
         {QT_TRANSLATE_NOOP("GuidedTalk", "Får jag ställa några korta frågor om alkohol?"),
          QT_TRANSLATE_NOOP("GuidedTalk", "Det tar ett par minuter. Du väljer själv."), nullptr, nullptr},
         QT_TRANSLATE_NOOP("GuidedTalk", "Ett nej är ett svar. Fråga inte igen samma dag.")},
    Step{"close",
         QT_TRANSLATE_NOOP("GuidedTalk", "Någon nära"),
         {QT_TRANSLATE_NOOP("GuidedTalk", "Har du kontakt med någon som hjälper dig i dag?"),
          QT_TRANSLATE_NOOP("GuidedTalk", "Finns det någon nära som också behöver stöd?"), nullptr, nullptr},
         QT_TRANSLATE_NOOP("GuidedTalk", "Fråga bara personen. Innan en utredning är öppnad frågar vi ingen annan.")},
    Step{"children",
         QT_TRANSLATE_NOOP("GuidedTalk", "Barn"),
         {QT_TRANSLATE_NOOP("GuidedTalk", "Finns det barn hemma, eller barn som du träffar ofta?"),
          QT_TRANSLATE_NOOP("GuidedTalk", "Vem tog hand om dem den natten?"),
          QT_TRANSLATE_NOOP("GuidedTalk", "Hur har de det nu?"), nullptr},
         QT_TRANSLATE_NOOP("GuidedTalk", "Vid oro: ring barnenheten själv, direkt efter samtalet.")},
    Step{"safety",
         QT_TRANSLATE_NOOP("GuidedTalk", "Trygghet"),
         {QT_TRANSLATE_NOOP("GuidedTalk", "Är du ensam nu? Ja eller nej räcker."), nullptr, nullptr, nullptr},
         QT_TRANSLATE_NOOP("GuidedTalk",
                           "På telefon frågar du inte mer om våld. Boka ett möte om något gör dig orolig.")},
    Step{"everyday",
         QT_TRANSLATE_NOOP("GuidedTalk", "Vardagen"),
         {QT_TRANSLATE_NOOP("GuidedTalk", "Hur är det med bostaden?"),
          QT_TRANSLATE_NOOP("GuidedTalk", "Arbete eller studier?"), QT_TRANSLATE_NOOP("GuidedTalk", "Räcker pengarna?"),
          QT_TRANSLATE_NOOP("GuidedTalk", "Påverkas körkortet?")},
         QT_TRANSLATE_NOOP("GuidedTalk", "Ta det som personen själv tar upp.")},
    Step{"offer",
         QT_TRANSLATE_NOOP("GuidedTalk", "Vad vi kan erbjuda"),
         {QT_TRANSLATE_NOOP("GuidedTalk",
                            "Vi kan erbjuda: rådgivning, ett möte, stöd utan utredning, eller en ansökan."),
          nullptr, nullptr, nullptr},
         QT_TRANSLATE_NOOP("GuidedTalk", "En ansökan kan göras muntligt. Den räknas från i dag.")},
    Step{"again",
         QT_TRANSLATE_NOOP("GuidedTalk", "Får vi höra av oss igen?"),
         {QT_TRANSLATE_NOOP("GuidedTalk", "Får jag ringa igen? När passar det?"),
          QT_TRANSLATE_NOOP("GuidedTalk", "Vilket sätt är säkrast för dig?"), nullptr, nullptr},
         QT_TRANSLATE_NOOP("GuidedTalk", "Ett nej gäller. Fråga en gång om du får höra av dig senare.")},
    Step{"consent",
         QT_TRANSLATE_NOOP("GuidedTalk", "Ja till nästa steg"),
         {QT_TRANSLATE_NOOP("GuidedTalk", "Så här gör vi nu. Är det okej för dig?"),
          QT_TRANSLATE_NOOP("GuidedTalk", "Vem får vi prata med om det, och om vad?"), nullptr, nullptr},
         QT_TRANSLATE_NOOP("GuidedTalk", "Utan ett ja händer inget mer än det du har sagt. Ett ja kan tas tillbaka.")},
};

} // namespace

GuidedTalkViewModel::GuidedTalkViewModel(AttemptForm &form, QObject *parent) : QObject(parent), m_form(form) {}

int GuidedTalkViewModel::index() const noexcept { return std::clamp(m_form.guideStep, 0, count() - 1); }

int GuidedTalkViewModel::count() const noexcept { return int(Steps.size()); }

QString GuidedTalkViewModel::startText() const { return tr("Starta samtalsstöd, %1 steg").arg(count()); }

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
