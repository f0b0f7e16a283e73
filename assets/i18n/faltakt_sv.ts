<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="sv_SE" sourcelanguage="sv_SE">
<context>
    <name>ChangeGroup</name>
    <message numerus="yes">
        <source>%n öppningar av akter</source>
        <translation>
            <numerusform>%n öppning av en akt</numerusform>
            <numerusform>%n öppningar av akter</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ChangeLines</name>
    <message numerus="yes">
        <source>Svar i ett trygghetssamtal, %n uppgifter</source>
        <translation>
            <numerusform>Svar i ett trygghetssamtal, %n uppgift</numerusform>
            <numerusform>Svar i ett trygghetssamtal, %n uppgifter</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Svar i ett formulär som inte är känt här, %n uppgifter</source>
        <translation>
            <numerusform>Svar i ett formulär som inte är känt här, %n uppgift</numerusform>
            <numerusform>Svar i ett formulär som inte är känt här, %n uppgifter</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ClosingStore</name>
    <message numerus="yes">
        <source>%n LOB-blad är öppna och avslutas tillsammans med ärendet</source>
        <translation>
            <numerusform>%n LOB-blad är öppet och avslutas tillsammans med ärendet</numerusform>
            <numerusform>%n LOB-blad är öppna och avslutas tillsammans med ärendet</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n poster att signera</source>
        <translation>
            <numerusform>%n post att signera</numerusform>
            <numerusform>%n poster att signera</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>QuestionWords</name>
    <message numerus="yes">
        <source>%n frågor till kommer.</source>
        <translation>
            <numerusform>%n fråga till kommer.</numerusform>
            <numerusform>%n frågor till kommer.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n frågor faller bort.</source>
        <translation>
            <numerusform>%n fråga faller bort.</numerusform>
            <numerusform>%n frågor faller bort.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n svar saknas.</source>
        <translation>
            <numerusform>%n svar saknas.</numerusform>
            <numerusform>%n svar saknas.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RecordContent</name>
    <message numerus="yes">
        <source>%n uppgifter som den här versionen inte kan visa. De finns kvar.</source>
        <translation>
            <numerusform>%n uppgift som den här versionen inte kan visa. Den finns kvar.</numerusform>
            <numerusform>%n uppgifter som den här versionen inte kan visa. De finns kvar.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SecretDots</name>
    <message numerus="yes">
        <source>%n tecken skrivna</source>
        <translation>
            <numerusform>%n tecken skrivet</numerusform>
            <numerusform>%n tecken skrivna</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SecretField</name>
    <message numerus="yes">
        <source>%n tecken skrivna</source>
        <translation>
            <numerusform>%n tecken skrivet</numerusform>
            <numerusform>%n tecken skrivna</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SyncStrip</name>
    <message numerus="yes">
        <source>%n ändringar behöver din hjälp</source>
        <translation>
            <numerusform>%n ändring behöver din hjälp</numerusform>
            <numerusform>%n ändringar behöver din hjälp</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Offline. %n ändringar sparade här</source>
        <translation>
            <numerusform>Offline. %n ändring sparad här</numerusform>
            <numerusform>Offline. %n ändringar sparade här</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Skickar %n ändringar</source>
        <translation>
            <numerusform>Skickar %n ändring</numerusform>
            <numerusform>Skickar %n ändringar</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n ändringar sparade här</source>
        <translation>
            <numerusform>%n ändring sparad här</numerusform>
            <numerusform>%n ändringar sparade här</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TodayReader</name>
    <message numerus="yes">
        <source>%n ändringar togs inte emot. De finns kvar här.</source>
        <translation>
            <numerusform>%n ändring togs inte emot. Den finns kvar här.</numerusform>
            <numerusform>%n ändringar togs inte emot. De finns kvar här.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n till</source>
        <translation>
            <numerusform>%n till</numerusform>
            <numerusform>%n till</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n ärenden</source>
        <translation>
            <numerusform>%n ärende</numerusform>
            <numerusform>%n ärenden</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n poster att signera, äldst först</source>
        <translation>
            <numerusform>%n post att signera, äldst först</numerusform>
            <numerusform>%n poster att signera, äldst först</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>UnlockText</name>
    <message numerus="yes">
        <source>Fel kod. %n försök kvar.</source>
        <translation>
            <numerusform>Fel kod. %n försök kvar.</numerusform>
            <numerusform>Fel kod. %n försök kvar.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>faltakt::viewmodels::ActViewModel</name>
    <message numerus="yes">
        <source>%n svar saknas eller behöver rättas. Inget är borta.</source>
        <translation>
            <numerusform>%n svar saknas eller behöver rättas. Inget är borta.</numerusform>
            <numerusform>%n svar saknas eller behöver rättas. Inget är borta.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>faltakt::viewmodels::AreaItemListModel</name>
    <message numerus="yes">
        <source>%n rader</source>
        <translation>
            <numerusform>%n rad</numerusform>
            <numerusform>%n rader</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>faltakt::viewmodels::CallListViewModel</name>
    <message numerus="yes">
        <source>%n samtal att ringa</source>
        <translation>
            <numerusform>%n samtal att ringa</numerusform>
            <numerusform>%n samtal att ringa</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>faltakt::viewmodels::ConfirmViewModel</name>
    <message numerus="yes">
        <source>Fel kod. %n försök kvar.</source>
        <translation>
            <numerusform>Fel kod. %n försök kvar.</numerusform>
            <numerusform>Fel kod. %n försök kvar.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>faltakt::viewmodels::DayEndViewModel</name>
    <message numerus="yes">
        <source>%n ändringar är inte skickade</source>
        <translation>
            <numerusform>%n ändring är inte skickad</numerusform>
            <numerusform>%n ändringar är inte skickade</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n ändringar behöver din hjälp</source>
        <translation>
            <numerusform>%n ändring behöver din hjälp</numerusform>
            <numerusform>%n ändringar behöver din hjälp</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n rader kvar på I dag</source>
        <translation>
            <numerusform>%n rad kvar på I dag</numerusform>
            <numerusform>%n rader kvar på I dag</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n påbörjade utkast</source>
        <translation>
            <numerusform>%n påbörjat utkast</numerusform>
            <numerusform>%n påbörjade utkast</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n frågor utan person</source>
        <translation>
            <numerusform>%n fråga utan person</numerusform>
            <numerusform>%n frågor utan person</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n ställen med två versioner</source>
        <translation>
            <numerusform>%n ställe med två versioner</numerusform>
            <numerusform>%n ställen med två versioner</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n räknade den här veckan</source>
        <translation>
            <numerusform>%n räknad den här veckan</numerusform>
            <numerusform>%n räknade den här veckan</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n poster är signerade och låsta</source>
        <translation>
            <numerusform>%n post är signerad och låst</numerusform>
            <numerusform>%n poster är signerade och låsta</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n poster att signera</source>
        <translation>
            <numerusform>%n post att signera</numerusform>
            <numerusform>%n poster att signera</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Signera %n poster</source>
        <translation>
            <numerusform>Signera %n post</numerusform>
            <numerusform>Signera %n poster</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>faltakt::viewmodels::DecisionsViewModel</name>
    <message numerus="yes">
        <source>%n beslut gäller</source>
        <translation>
            <numerusform>%n beslut gäller</numerusform>
            <numerusform>%n beslut gäller</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>faltakt::viewmodels::DeputyViewModel</name>
    <message numerus="yes">
        <source>%n ärenden</source>
        <translation>
            <numerusform>%n ärende</numerusform>
            <numerusform>%n ärenden</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Gäller %n ärenden.</source>
        <translation>
            <numerusform>Gäller %n ärende.</numerusform>
            <numerusform>Gäller %n ärenden.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n med skyddade personuppgifter är inte med: utse ersättare från personens sida.</source>
        <translation>
            <numerusform>%n med skyddade personuppgifter är inte med: utse ersättare från personens sida.</numerusform>
            <numerusform>%n med skyddade personuppgifter är inte med: utse ersättare från personens sida.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>faltakt::viewmodels::FormCheck</name>
    <message numerus="yes">
        <source>%n provsvar rätt</source>
        <translation>
            <numerusform>%n provsvar rätt</numerusform>
            <numerusform>%n provsvar rätt</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>faltakt::viewmodels::FormsViewModel</name>
    <message numerus="yes">
        <source>%n formulär</source>
        <translation>
            <numerusform>%n formulär</numerusform>
            <numerusform>%n formulär</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>faltakt::viewmodels::GuidanceViewModel</name>
    <message numerus="yes">
        <source>%n kort</source>
        <translation>
            <numerusform>%n kort</numerusform>
            <numerusform>%n kort</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>faltakt::viewmodels::HandoverViewModel</name>
    <message numerus="yes">
        <source>Här kommer %n frågor. Du väljer själv vad du vill svara på.</source>
        <translation>
            <numerusform>Här kommer %n fråga. Du väljer själv om du vill svara.</numerusform>
            <numerusform>Här kommer %n frågor. Du väljer själv vad du vill svara på.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>faltakt::viewmodels::InterviewRows</name>
    <message numerus="yes">
        <source>%n rader</source>
        <translation>
            <numerusform>%n rad</numerusform>
            <numerusform>%n rader</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>faltakt::viewmodels::InterviewViewModel</name>
    <message numerus="yes">
        <source>%n svar blev inte sparade. Fråga dem en gång till.</source>
        <translation>
            <numerusform>%n svar blev inte sparat. Fråga en gång till.</numerusform>
            <numerusform>%n svar blev inte sparade. Fråga dem en gång till.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>faltakt::viewmodels::LettersViewModel</name>
    <message numerus="yes">
        <source>%n brev väntar</source>
        <translation>
            <numerusform>%n brev väntar</numerusform>
            <numerusform>%n brev väntar</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>faltakt::viewmodels::MetTodayViewModel</name>
    <message numerus="yes">
        <source>%n personer</source>
        <translation>
            <numerusform>%n person</numerusform>
            <numerusform>%n personer</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n valda</source>
        <translation>
            <numerusform>%n vald</numerusform>
            <numerusform>%n valda</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Spara hos %n personer</source>
        <translation>
            <numerusform>Spara hos %n person</numerusform>
            <numerusform>Spara hos %n personer</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Sparat hos %n personer</source>
        <translation>
            <numerusform>Sparat hos %n person</numerusform>
            <numerusform>Sparat hos %n personer</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>faltakt::viewmodels::MisfiledViewModel</name>
    <message numerus="yes">
        <source>%n foton eller papper följer med.</source>
        <translation>
            <numerusform>Ett foto eller papper följer med.</numerusform>
            <numerusform>%n foton eller papper följer med.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n foton finns inte på enheten. Öppna dem så att de hämtas, och flytta sedan.</source>
        <translation>
            <numerusform>Ett foto finns inte på enheten. Öppna det så att det hämtas, och flytta sedan.</numerusform>
            <numerusform>%n foton finns inte på enheten. Öppna dem så att de hämtas, och flytta sedan.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n tillägg eller bedömningar som hör till följer med.</source>
        <translation>
            <numerusform>%n tillägg eller bedömning som hör till följer med.</numerusform>
            <numerusform>%n tillägg eller bedömningar som hör till följer med.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>faltakt::viewmodels::MoreViewModel</name>
    <message numerus="yes">
        <source>%n ändringar behöver din hjälp</source>
        <translation>
            <numerusform>%n ändring behöver din hjälp</numerusform>
            <numerusform>%n ändringar behöver din hjälp</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n ändringar sparade här</source>
        <translation>
            <numerusform>%n ändring sparad här</numerusform>
            <numerusform>%n ändringar sparade här</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>faltakt::viewmodels::OlderRecordsViewModel</name>
    <message numerus="yes">
        <source>Äldre anteckningar finns hos servern: %n</source>
        <translation>
            <numerusform>Äldre anteckningar finns hos servern: %n</numerusform>
            <numerusform>Äldre anteckningar finns hos servern: %n</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>faltakt::viewmodels::PeopleViewModel</name>
    <message numerus="yes">
        <source>%n träffar</source>
        <translation>
            <numerusform>%n träff</numerusform>
            <numerusform>%n träffar</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n personer</source>
        <translation>
            <numerusform>%n person</numerusform>
            <numerusform>%n personer</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>faltakt::viewmodels::PersonChooser</name>
    <message numerus="yes">
        <source>%n personer</source>
        <translation>
            <numerusform>%n person</numerusform>
            <numerusform>%n personer</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>faltakt::viewmodels::ResultContent</name>
    <message numerus="yes">
        <source>%n svar är skrivna i en annan version av formuläret och räknas inte här. De finns kvar.</source>
        <translation>
            <numerusform>%n svar är skrivet i en annan version av formuläret och räknas inte här. Det finns kvar.</numerusform>
            <numerusform>%n svar är skrivna i en annan version av formuläret och räknas inte här. De finns kvar.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n resultat över tid. %1</source>
        <translation>
            <numerusform>%n resultat över tid. %1</numerusform>
            <numerusform>%n resultat över tid. %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>faltakt::viewmodels::SettingsViewModel</name>
    <message numerus="yes">
        <source>%n minuter</source>
        <translation>
            <numerusform>%n minut</numerusform>
            <numerusform>%n minuter</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>faltakt::viewmodels::SyncViewModel</name>
    <message numerus="yes">
        <source>%n ändringar sparade här</source>
        <translation>
            <numerusform>%n ändring sparad här</numerusform>
            <numerusform>%n ändringar sparade här</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n foton väntar på att skickas</source>
        <translation>
            <numerusform>%n foto väntar på att skickas</numerusform>
            <numerusform>%n foton väntar på att skickas</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>faltakt::viewmodels::TeamReturnsViewModel</name>
    <message numerus="yes">
        <source>Bygger på %n andra som inte togs emot</source>
        <translation>
            <numerusform>Bygger på %n annan som inte togs emot</numerusform>
            <numerusform>Bygger på %n andra som inte togs emot</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>faltakt::viewmodels::TimelineListModel</name>
    <message numerus="yes">
        <source>%n träffar</source>
        <translation>
            <numerusform>%n träff</numerusform>
            <numerusform>%n träffar</numerusform>
        </translation>
    </message>
</context>
</TS>
