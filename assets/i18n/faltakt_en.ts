<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_GB" sourcelanguage="sv_SE">
<context>
    <name>AgendaRow</name>
    <message>
        <source>vald</source>
        <translation>selected</translation>
    </message>
    <message>
        <source>rad %1 av %2</source>
        <translation>row %1 of %2</translation>
    </message>
</context>
<context>
    <name>AnswerButton</name>
    <message>
        <source>%1, %2 av %3</source>
        <translation>%1, %2 of %3</translation>
    </message>
</context>
<context>
    <name>AppWindow</name>
    <message>
        <source>Fältakt</source>
        <translation>Fältakt</translation>
    </message>
</context>
<context>
    <name>AttemptDots</name>
    <message>
        <source>%1. %2</source>
        <translation>%1. %2</translation>
    </message>
</context>
<context>
    <name>Button</name>
    <message>
        <source>Arbetar …</source>
        <translation>Working …</translation>
    </message>
</context>
<context>
    <name>CallListPage</name>
    <message>
        <source>Ringlista</source>
        <translation>Call list</translation>
    </message>
</context>
<context>
    <name>ChangeGroup</name>
    <message>
        <source>Mottaget %1</source>
        <translation>Received %1</translation>
    </message>
</context>
<context>
    <name>Check</name>
    <message>
        <source>inte tillgänglig</source>
        <translation>not available</translation>
    </message>
</context>
<context>
    <name>ChipGroup</name>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
</context>
<context>
    <name>Choice</name>
    <message>
        <source>inte tillgänglig</source>
        <translation>not available</translation>
    </message>
</context>
<context>
    <name>ConfirmPassphraseSheet</name>
    <message>
        <source>PIN-kod eller lösenfras</source>
        <translation>PIN or passphrase</translation>
    </message>
    <message>
        <source>Kontrollerar …</source>
        <translation>Checking …</translation>
    </message>
    <message>
        <source>Avbryt</source>
        <translation>Cancel</translation>
    </message>
</context>
<context>
    <name>ConflictCard</name>
    <message>
        <source>ändrad</source>
        <translation>changed</translation>
    </message>
    <message>
        <source>ändrad: %1</source>
        <translation>changed: %1</translation>
    </message>
    <message>
        <source>Använd den här</source>
        <translation>Use this one</translation>
    </message>
    <message>
        <source>Använd den här, %1</source>
        <translation>Use this one, %1</translation>
    </message>
    <message>
        <source>Skriv en ny</source>
        <translation>Write a new one</translation>
    </message>
    <message>
        <source>Skriv en ny, börja från %1</source>
        <translation>Write a new one, starting from %1</translation>
    </message>
</context>
<context>
    <name>ConflictPage</name>
    <message>
        <source>Två versioner</source>
        <translation>Two versions</translation>
    </message>
    <message>
        <source>%1. %2</source>
        <translation>%1. %2</translation>
    </message>
    <message>
        <source>Hjälp</source>
        <translation>Help</translation>
    </message>
    <message>
        <source>Skyddad person. Ange lösenfrasen för att se versionerna. Öppningen loggas.</source>
        <translation>Protected person. Give the passphrase to see the versions. The opening is logged.</translation>
    </message>
    <message>
        <source>Visa versionerna</source>
        <translation>Show the versions</translation>
    </message>
    <message>
        <source>Före: %1</source>
        <translation>Before: %1</translation>
    </message>
    <message>
        <source>Visa mindre</source>
        <translation>Show less</translation>
    </message>
    <message>
        <source>Visa allt</source>
        <translation>Show all</translation>
    </message>
    <message>
        <source>Behåll båda</source>
        <translation>Keep both</translation>
    </message>
    <message>
        <source>Ny text</source>
        <translation>New text</translation>
    </message>
    <message>
        <source>Den ersätter båda. Du kan ångra.</source>
        <translation>It replaces both. You can undo it.</translation>
    </message>
    <message>
        <source>Spara</source>
        <translation>Save</translation>
    </message>
    <message>
        <source>Sluta skriva</source>
        <translation>Stop writing</translation>
    </message>
    <message>
        <source>Senare</source>
        <translation>Later</translation>
    </message>
    <message>
        <source>Det finns inte längre två versioner.</source>
        <translation>There are no longer two versions.</translation>
    </message>
    <message>
        <source>Nu gäller: %1</source>
        <translation>Holds now: %1</translation>
    </message>
</context>
<context>
    <name>ContactPage</name>
    <message>
        <source>Kontakt</source>
        <translation>Contact</translation>
    </message>
</context>
<context>
    <name>Corner</name>
    <message>
        <source>Akut</source>
        <translation>Emergency</translation>
    </message>
    <message>
        <source>Akut, nummer att ringa</source>
        <translation>Emergency, numbers to call</translation>
    </message>
</context>
<context>
    <name>EmergencyContact</name>
    <message>
        <source>Ring %1</source>
        <translation>Call %1</translation>
    </message>
    <message>
        <source>Anges inte i kommunens riktlinje</source>
        <translation>Not stated in the municipality&apos;s guideline</translation>
    </message>
</context>
<context>
    <name>EmergencySheet</name>
    <message>
        <source>Akut</source>
        <translation>Emergency</translation>
    </message>
</context>
<context>
    <name>EnrolPage</name>
    <message>
        <source>Anslut enheten</source>
        <translation>Connect the device</translation>
    </message>
    <message>
        <source>Kontoret ger dig en kod som börjar med faltakt://. Den gäller en gång och en person.</source>
        <translation>The office gives you a code that begins with faltakt://. It is good for one time and one person.</translation>
    </message>
    <message>
        <source>Kod från kontoret</source>
        <translation>Code from the office</translation>
    </message>
    <message>
        <source>Klistra in</source>
        <translation>Paste</translation>
    </message>
    <message>
        <source>Fortsätt</source>
        <translation>Continue</translation>
    </message>
    <message>
        <source>Server</source>
        <translation>Server</translation>
    </message>
</context>
<context>
    <name>EnrolSecret</name>
    <message>
        <source>Skriv samma lösenfras igen.</source>
        <translation>Type the same passphrase again.</translation>
    </message>
    <message>
        <source>Välj en lösenfras. Med den låser du upp Fältakt på den här enheten. Ingen annan kan läsa den eller återställa den åt dig.</source>
        <translation>Choose a passphrase. With it you unlock Fältakt on this device. Nobody else can read it or restore it for you.</translation>
    </message>
    <message>
        <source>Lösenfrasen igen</source>
        <translation>The passphrase again</translation>
    </message>
    <message>
        <source>Ny lösenfras</source>
        <translation>New passphrase</translation>
    </message>
    <message>
        <source>Tillbaka</source>
        <translation>Back</translation>
    </message>
    <message>
        <source>Anslut</source>
        <translation>Connect</translation>
    </message>
    <message>
        <source>Fortsätt</source>
        <translation>Continue</translation>
    </message>
</context>
<context>
    <name>ErrorState</name>
    <message>
        <source>Det gick inte att visa det här</source>
        <translation>This could not be shown</translation>
    </message>
    <message>
        <source>Försök igen</source>
        <translation>Try again</translation>
    </message>
</context>
<context>
    <name>ErrorText</name>
    <message>
        <source>Det finns inte längre på den här enheten. Inget annat har ändrats.</source>
        <translation>It is no longer on this device. Nothing else has changed.</translation>
    </message>
    <message>
        <source>Det finns redan. Inget har sparats två gånger.</source>
        <translation>It is there already. Nothing was saved twice.</translation>
    </message>
    <message>
        <source>Enheten har varit utan kontakt med servern för länge. Inget har gått förlorat. Anslut och skicka.</source>
        <translation>The device has been without contact with the server for too long. Nothing is lost. Connect and send.</translation>
    </message>
    <message>
        <source>Fältakt är låst. Lås upp och försök igen. Inget har gått förlorat.</source>
        <translation>Fältakt is locked. Unlock it and try again. Nothing is lost.</translation>
    </message>
    <message>
        <source>Fel kod. Inget har ändrats.</source>
        <translation>Wrong code. Nothing has changed.</translation>
    </message>
    <message>
        <source>Texten är för lång för att sparas i ett stycke. Dela upp den. Den finns kvar här.</source>
        <translation>The text is too long to be saved in one piece. Split it up. It is still here.</translation>
    </message>
    <message>
        <source>Enheten är full. Det senaste är inte sparat, allt tidigare är det. Frigör plats och försök igen.</source>
        <translation>The device is full. The latest is not saved, everything before it is. Free some space and try again.</translation>
    </message>
    <message>
        <source>Enhetens lagring svarar inte som den ska. Det senaste är inte sparat. Kontakta support.</source>
        <translation>The device&apos;s storage does not answer as it should. The latest is not saved. Contact support.</translation>
    </message>
    <message>
        <source>Servern svarar inte. Allt är sparat här.</source>
        <translation>The server doesn&apos;t answer. All is saved here.</translation>
    </message>
    <message>
        <source>Det här är skrivet av en nyare version. Uppdatera Fältakt.</source>
        <translation>This was written by a newer version. Update Fältakt.</translation>
    </message>
    <message>
        <source>Uppgiften kan inte sparas så. Den finns kvar här, ändra och försök igen.</source>
        <translation>It cannot be saved like that. It is still here: change it and try again.</translation>
    </message>
    <message>
        <source>Något gick fel i Fältakt. Det som var sparat är kvar.</source>
        <translation>Something went wrong in Fältakt. What was saved is still there.</translation>
    </message>
</context>
<context>
    <name>FieldFrame</name>
    <message>
        <source>%1 (frivilligt)</source>
        <translation>%1 (optional)</translation>
    </message>
</context>
<context>
    <name>GuidanceCardPage</name>
    <message>
        <source>I egna ord</source>
        <translation>In our own words</translation>
    </message>
    <message>
        <source>Källa</source>
        <translation>Source</translation>
    </message>
    <message>
        <source>Hur säkert</source>
        <translation>How certain</translation>
    </message>
</context>
<context>
    <name>GuidancePage</name>
    <message>
        <source>Vägledning</source>
        <translation>Guidance</translation>
    </message>
    <message>
        <source>Hjälp</source>
        <translation>Help</translation>
    </message>
    <message>
        <source>Sök i vägledningen</source>
        <translation>Search the guidance</translation>
    </message>
    <message>
        <source>Nummer vid akut fara</source>
        <translation>Numbers in acute danger</translation>
    </message>
    <message>
        <source>Handbok för appen</source>
        <translation>Handbook for the app</translation>
    </message>
</context>
<context>
    <name>HarmlessPage</name>
    <message>
        <source>Bra att veta</source>
        <translation>Good to know</translation>
    </message>
    <message>
        <source>Lås upp</source>
        <translation>Unlock</translation>
    </message>
</context>
<context>
    <name>HelpPage</name>
    <message>
        <source>Handbok</source>
        <translation>Handbook</translation>
    </message>
    <message>
        <source>Läs också</source>
        <translation>Read also</translation>
    </message>
    <message>
        <source>Alla sidor i handboken</source>
        <translation>All pages of the handbook</translation>
    </message>
</context>
<context>
    <name>InterviewPage</name>
    <message>
        <source>Frågor</source>
        <translation>Questions</translation>
    </message>
</context>
<context>
    <name>Keypad</name>
    <message>
        <source>ABC</source>
        <translation>ABC</translation>
    </message>
    <message>
        <source>ABC, skriv lösenfras med bokstäver</source>
        <translation>ABC, type a passphrase with letters</translation>
    </message>
    <message>
        <source>Radera senaste siffran</source>
        <translation>Delete the last digit</translation>
    </message>
</context>
<context>
    <name>LabelValue</name>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
</context>
<context>
    <name>ListRow</name>
    <message>
        <source>vald</source>
        <translation>selected</translation>
    </message>
    <message>
        <source>rad %1 av %2</source>
        <translation>row %1 of %2</translation>
    </message>
</context>
<context>
    <name>LobContactPage</name>
    <message>
        <source>Uppföljning efter LOB</source>
        <translation>Follow-up after LOB</translation>
    </message>
</context>
<context>
    <name>LockPage</name>
    <message>
        <source>Fältakt</source>
        <translation>Fältakt</translation>
    </message>
    <message>
        <source>PIN-kod eller lösenfras</source>
        <translation>PIN or passphrase</translation>
    </message>
    <message>
        <source>Lösenfras</source>
        <translation>Passphrase</translation>
    </message>
    <message>
        <source>Inget du sparat går förlorat.</source>
        <translation>Nothing you saved is lost.</translation>
    </message>
    <message>
        <source>Lås upp</source>
        <translation>Unlock</translation>
    </message>
    <message>
        <source>Låser upp …</source>
        <translation>Unlocking …</translation>
    </message>
    <message>
        <source>Byt användare</source>
        <translation>Switch user</translation>
    </message>
</context>
<context>
    <name>MorePage</name>
    <message>
        <source>Mer</source>
        <translation>More</translation>
    </message>
    <message>
        <source>Synk</source>
        <translation>Sync</translation>
    </message>
    <message>
        <source>Handbok</source>
        <translation>Handbook</translation>
    </message>
    <message>
        <source>Hjälp till varje skärm</source>
        <translation>Help for each screen</translation>
    </message>
    <message>
        <source>Inställningar</source>
        <translation>Settings</translation>
    </message>
    <message>
        <source>Utseende, språk, lås, integritet, om appen</source>
        <translation>Appearance, language, lock, privacy, about the app</translation>
    </message>
    <message>
        <source>Tangenter</source>
        <translation>Keys</translation>
    </message>
    <message>
        <source>Vad som sparas, var och hur länge</source>
        <translation>What is stored, where and for how long</translation>
    </message>
    <message>
        <source>Lägg till en person på surfplattan</source>
        <translation>Add a person to the tablet</translation>
    </message>
    <message>
        <source>En kollega med egen kod. Era akter hålls isär.</source>
        <translation>A colleague with a code of their own. Your files are kept apart.</translation>
    </message>
    <message>
        <source>Lås nu</source>
        <translation>Lock now</translation>
    </message>
</context>
<context>
    <name>NavBar</name>
    <message>
        <source>Nytt</source>
        <translation>New</translation>
    </message>
    <message>
        <source>Platser</source>
        <translation>Places</translation>
    </message>
    <message>
        <source>Meny</source>
        <translation>Menu</translation>
    </message>
    <message>
        <source>Meny: %1</source>
        <translation>Menu: %1</translation>
    </message>
</context>
<context>
    <name>NavButton</name>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>vald</source>
        <translation>selected</translation>
    </message>
</context>
<context>
    <name>NavRail</name>
    <message>
        <source>Nytt</source>
        <translation>New</translation>
    </message>
    <message>
        <source>Platser</source>
        <translation>Places</translation>
    </message>
</context>
<context>
    <name>NewSheet</name>
    <message>
        <source>Nytt</source>
        <translation>New</translation>
    </message>
</context>
<context>
    <name>NotePage</name>
    <message>
        <source>Anteckning</source>
        <translation>Note</translation>
    </message>
</context>
<context>
    <name>Notices</name>
    <message>
        <source>Utbildning. Påhittade personer.</source>
        <translation>Training. Invented people.</translation>
    </message>
    <message>
        <source>Låses om 30 sekunder</source>
        <translation>Locks in 30 seconds</translation>
    </message>
    <message>
        <source>Fortsätt arbeta</source>
        <translation>Keep working</translation>
    </message>
</context>
<context>
    <name>OutcomeButton</name>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>vald</source>
        <translation>selected</translation>
    </message>
</context>
<context>
    <name>PageHeader</name>
    <message>
        <source>Tillbaka</source>
        <translation>Back</translation>
    </message>
</context>
<context>
    <name>PassphraseCard</name>
    <message>
        <source>Byt lösenfras</source>
        <translation>Change passphrase</translation>
    </message>
    <message>
        <source>Lösenfras nu</source>
        <translation>Passphrase now</translation>
    </message>
    <message>
        <source>Ny lösenfras</source>
        <translation>New passphrase</translation>
    </message>
    <message>
        <source>Ny lösenfras en gång till</source>
        <translation>New passphrase once more</translation>
    </message>
    <message>
        <source>Byter …</source>
        <translation>Changing …</translation>
    </message>
    <message>
        <source>Avbryt</source>
        <translation>Cancel</translation>
    </message>
</context>
<context>
    <name>PeoplePage</name>
    <message>
        <source>Personer</source>
        <translation>People</translation>
    </message>
</context>
<context>
    <name>PersonPage</name>
    <message>
        <source>Person</source>
        <translation>Person</translation>
    </message>
</context>
<context>
    <name>PersonWords</name>
    <message>
        <source>Ärende %1</source>
        <translation>Case %1</translation>
    </message>
    <message>
        <source>Skyddad person</source>
        <translation>Protected person</translation>
    </message>
    <message>
        <source>Dolt namn</source>
        <translation>Hidden name</translation>
    </message>
    <message>
        <source>Okänd person</source>
        <translation>Unknown person</translation>
    </message>
    <message>
        <source>%1, %2 år</source>
        <translation>%1, age %2</translation>
    </message>
</context>
<context>
    <name>PhoneRow</name>
    <message>
        <source>Ring</source>
        <translation>Call</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
</context>
<context>
    <name>Pressable</name>
    <message>
        <source>inte tillgänglig</source>
        <translation>not available</translation>
    </message>
</context>
<context>
    <name>ProfileButtons</name>
    <message>
        <source>Namn dolda</source>
        <translation>Names hidden</translation>
    </message>
    <message>
        <source>Dölj namn</source>
        <translation>Hide names</translation>
    </message>
    <message>
        <source>Visar namnen igen</source>
        <translation>Shows the names again</translation>
    </message>
    <message>
        <source>Profil, %1</source>
        <translation>Profile, %1</translation>
    </message>
</context>
<context>
    <name>ProfileMenu</name>
    <message>
        <source>Dölj nu</source>
        <translation>Hide now</translation>
    </message>
    <message>
        <source>Låser och visar en sida som vem som helst får se</source>
        <translation>Locks and shows a page that anybody may see</translation>
    </message>
    <message>
        <source>Lås nu</source>
        <translation>Lock now</translation>
    </message>
    <message>
        <source>Byt användare</source>
        <translation>Switch user</translation>
    </message>
    <message>
        <source>Hög kontrast</source>
        <translation>High contrast</translation>
    </message>
    <message>
        <source>Lättare att läsa i sol</source>
        <translation>Easier to read in the sun</translation>
    </message>
    <message>
        <source>Inställningar</source>
        <translation>Settings</translation>
    </message>
    <message>
        <source>Handbok</source>
        <translation>Handbook</translation>
    </message>
</context>
<context>
    <name>RecordPage</name>
    <message>
        <source>Händelse</source>
        <translation>Event</translation>
    </message>
</context>
<context>
    <name>ResultPage</name>
    <message>
        <source>Resultat</source>
        <translation>Result</translation>
    </message>
</context>
<context>
    <name>ReturnText</name>
    <message>
        <source>Du har inte rätt till akten längre, eller till den delen av den. Texten är kvar här. Be teamledaren om rätt till akten och tryck sedan Skicka igen.</source>
        <translation>You no longer have access to the file, or to that part of it. The text is still here. Ask the team leader for access to the file and then press Send again.</translation>
    </message>
    <message>
        <source>Servern kunde inte läsa en uppgift. Texten är kvar här. Uppdatera appen om det går och tryck sedan Skicka igen.</source>
        <translation>The server could not read one of the entries. The text is still here. Update the app if you can and then press Send again.</translation>
    </message>
    <message>
        <source>Den bygger på något annat som servern inte tog emot. Den är kvar här och följer med när du skickar det igen.</source>
        <translation>It builds on something else that the server did not take. It is still here and goes along when you send that again.</translation>
    </message>
    <message>
        <source>Servern tar inte emot något från den här enheten just nu. Texten är kvar här. Be teamledaren titta på enheten och tryck sedan Skicka igen.</source>
        <translation>The server takes nothing from this device at the moment. The text is still here. Ask the team leader to look at the device and then press Send again.</translation>
    </message>
    <message>
        <source>Servern tog inte emot den. Texten är kvar här. Tryck Skicka igen, eller be teamledaren om hjälp.</source>
        <translation>The server did not take it. The text is still here. Press Send again, or ask the team leader for help.</translation>
    </message>
    <message>
        <source>Akten finns inte på enheten nu, så den kan inte skickas igen än. Texten är kvar här.</source>
        <translation>The file is not on the device now, so it cannot be sent again yet. The text is still here.</translation>
    </message>
</context>
<context>
    <name>ReturnedChange</name>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>Skicka igen</source>
        <translation>Send again</translation>
    </message>
    <message>
        <source>Öppna</source>
        <translation>Open</translation>
    </message>
    <message>
        <source>Ta bort …</source>
        <translation>Remove …</translation>
    </message>
    <message>
        <source>Det som står här försvinner för gott. Skriv av det först om det ska finnas kvar.</source>
        <translation>What stands here goes for good. Copy it out first if it is to be kept.</translation>
    </message>
    <message>
        <source>Ta bort för gott</source>
        <translation>Remove for good</translation>
    </message>
    <message>
        <source>Behåll</source>
        <translation>Keep</translation>
    </message>
</context>
<context>
    <name>ScorePlot</name>
    <message>
        <source>Visa som tabell</source>
        <translation>Show as table</translation>
    </message>
    <message>
        <source>Visa som diagram</source>
        <translation>Show as chart</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
</context>
<context>
    <name>ScratchResultPage</name>
    <message>
        <source>Resultat</source>
        <translation>Result</translation>
    </message>
</context>
<context>
    <name>SearchField</name>
    <message>
        <source>Töm sökrutan</source>
        <translation>Clear the search box</translation>
    </message>
</context>
<context>
    <name>SecretDots</name>
    <message>
        <source>%1 av %2 siffror</source>
        <translation>%1 of %2 digits</translation>
    </message>
    <message numerus="yes">
        <source>%n tecken skrivna</source>
        <translation>
            <numerusform>%n character typed</numerusform>
            <numerusform>%n characters typed</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SecretEntry</name>
    <message>
        <source>Visa sifferknappar</source>
        <translation>Show digit keys</translation>
    </message>
</context>
<context>
    <name>SecretField</name>
    <message numerus="yes">
        <source>%n tecken skrivna</source>
        <translation>
            <numerusform>%n character typed</numerusform>
            <numerusform>%n characters typed</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SectionHeading</name>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
</context>
<context>
    <name>SelectRow</name>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Öppnar en lista</source>
        <translation>Opens a list</translation>
    </message>
</context>
<context>
    <name>SettingsPage</name>
    <message>
        <source>Inställningar</source>
        <translation>Settings</translation>
    </message>
    <message>
        <source>Hjälp</source>
        <translation>Help</translation>
    </message>
    <message>
        <source>Utseende</source>
        <translation>Appearance</translation>
    </message>
    <message>
        <source>Färger</source>
        <translation>Colours</translation>
    </message>
    <message>
        <source>Textstorlek</source>
        <translation>Text size</translation>
    </message>
    <message>
        <source>Så här stor blir texten i dina anteckningar.</source>
        <translation>This is how large the text of your notes will be.</translation>
    </message>
    <message>
        <source>Mindre rörelse</source>
        <translation>Less motion</translation>
    </message>
    <message>
        <source>Sidor byts utan att glida.</source>
        <translation>Pages change without sliding.</translation>
    </message>
    <message>
        <source>Språk</source>
        <translation>Language</translation>
    </message>
    <message>
        <source>Appens språk</source>
        <translation>Language of the app</translation>
    </message>
    <message>
        <source>Lås</source>
        <translation>Lock</translation>
    </message>
    <message>
        <source>Lås när enheten har legat orörd i</source>
        <translation>Lock when the device has been left alone for</translation>
    </message>
    <message>
        <source>Integritet</source>
        <translation>Privacy</translation>
    </message>
    <message>
        <source>Dölj namn</source>
        <translation>Hide names</translation>
    </message>
    <message>
        <source>Namn blir ärendenummer i listor och rubriker.</source>
        <translation>Names become case numbers in lists and headings.</translation>
    </message>
    <message>
        <source>Vad som finns på enheten</source>
        <translation>What is on the device</translation>
    </message>
    <message>
        <source>Läs mer om vad som sparas, var och hur länge</source>
        <translation>Read more on what is stored, where and for how long</translation>
    </message>
    <message>
        <source>Frågor</source>
        <translation>Questions</translation>
    </message>
    <message>
        <source>Gå vidare själv</source>
        <translation>Go on by itself</translation>
    </message>
    <message>
        <source>När du väljer ett svar kommer nästa fråga. Avstängt finns knappen Nästa.</source>
        <translation>When you choose an answer the next question comes. Switched off, there is a button Next.</translation>
    </message>
    <message>
        <source>Data</source>
        <translation>Data</translation>
    </message>
    <message>
        <source>Skickat och hämtat</source>
        <translation>Sent and fetched</translation>
    </message>
    <message>
        <source>Om Fältakt</source>
        <translation>About Fältakt</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>Version</translation>
    </message>
</context>
<context>
    <name>SheetFrame</name>
    <message>
        <source>Stäng</source>
        <translation>Close</translation>
    </message>
</context>
<context>
    <name>Shell</name>
    <message>
        <source>Välj något i listan, så visas det här.</source>
        <translation>Choose something in the list and it is shown here.</translation>
    </message>
    <message>
        <source>Låses om 30 sekunder</source>
        <translation>Locks in 30 seconds</translation>
    </message>
</context>
<context>
    <name>SyncPage</name>
    <message>
        <source>Synk</source>
        <translation>Sync</translation>
    </message>
    <message>
        <source>Hjälp</source>
        <translation>Help</translation>
    </message>
    <message>
        <source>Skicka nu</source>
        <translation>Send now</translation>
    </message>
    <message>
        <source>Skickar …</source>
        <translation>Sending …</translation>
    </message>
    <message>
        <source>Behöver din hjälp</source>
        <translation>Needs your help</translation>
    </message>
    <message>
        <source>Väntar</source>
        <translation>Waiting</translation>
    </message>
    <message>
        <source>Sparat här</source>
        <translation>Saved here</translation>
    </message>
    <message>
        <source>Skickat, väntar på kvitto</source>
        <translation>Sent, awaiting receipt</translation>
    </message>
    <message>
        <source>Mottaget i dag</source>
        <translation>Received today</translation>
    </message>
    <message>
        <source>Senaste kontakt</source>
        <translation>Last contact</translation>
    </message>
    <message>
        <source>Kan läsas utan kontakt till</source>
        <translation>Can be read without contact until</translation>
    </message>
    <message>
        <source>Data</source>
        <translation>Data</translation>
    </message>
</context>
<context>
    <name>TabButton</name>
    <message>
        <source>vald</source>
        <translation>selected</translation>
    </message>
    <message>
        <source>%1 av %2</source>
        <translation>%1 of %2</translation>
    </message>
</context>
<context>
    <name>Tabs</name>
    <message>
        <source>Visa</source>
        <translation>Show</translation>
    </message>
</context>
<context>
    <name>TimelineEntry</name>
    <message>
        <source>Visa mer</source>
        <translation>Show more</translation>
    </message>
    <message>
        <source>Visa mindre</source>
        <translation>Show less</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
</context>
<context>
    <name>TodayPage</name>
    <message>
        <source>I dag</source>
        <translation>Today</translation>
    </message>
</context>
<context>
    <name>UndoRow</name>
    <message>
        <source>Ångra</source>
        <translation>Undo</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
</context>
<context>
    <name>UnlockText</name>
    <message numerus="yes">
        <source>Fel kod. %n försök kvar.</source>
        <translation>
            <numerusform>Wrong code. %n try left.</numerusform>
            <numerusform>Wrong code. %n tries left.</numerusform>
        </translation>
    </message>
    <message>
        <source>Koden prövades inte, för väntetiden är inte slut.</source>
        <translation>The code was not tried, since the wait is not over.</translation>
    </message>
    <message>
        <source>Fel kod, och det var det sista försöket.</source>
        <translation>Wrong code, and that was the last try.</translation>
    </message>
    <message>
        <source>Fältakt är redan öppet i ett annat fönster. Använd det.</source>
        <translation>Fältakt is already open in another window. Use that one.</translation>
    </message>
    <message>
        <source>Enhetens nycklar eller register är skadade. Inget har raderats. Sluta använda enheten och ring support: de kan öppna den med återställningsnyckeln.</source>
        <translation>The device&apos;s keys or records are damaged. Nothing has been deleted. Stop using the device and call support: they can open it with the recovery key.</translation>
    </message>
    <message>
        <source>Du kan försöka igen %1. Väntan efter fel kod skyddar det som är sparat.</source>
        <translation>You can try again at %1. The wait after a wrong code protects what is saved.</translation>
    </message>
    <message>
        <source>Du kan försöka igen %1 %2. Väntan efter fel kod skyddar det som är sparat.</source>
        <translation>You can try again on %1 at %2. The wait after a wrong code protects what is saved.</translation>
    </message>
    <message>
        <source>Koden finns inte hos servern, eller så har den gått ut. Be kontoret om en ny kod. Inget har ändrats på enheten.</source>
        <translation>The server does not have the code, or it has expired. Ask the office for a new code. Nothing has changed on the device.</translation>
    </message>
    <message>
        <source>Koden är redan använd. Be kontoret om en ny kod. Inget har ändrats på enheten.</source>
        <translation>The code has been used already. Ask the office for a new code. Nothing has changed on the device.</translation>
    </message>
    <message>
        <source>Servern är inte den som koden gäller. Inget har skickats. Försök inte igen på det här nätet, utan ring kontoret.</source>
        <translation>The server is not the one that the code is for. Nothing was sent. Don&apos;t try again on this network: call the office.</translation>
    </message>
    <message>
        <source>Förra försöket med den här koden hade en annan lösenfras. Skriv den lösenfrasen, eller be kontoret om en ny kod.</source>
        <translation>The last try with this code had another passphrase. Type that passphrase, or ask the office for a new code.</translation>
    </message>
    <message>
        <source>För många olika lösenfraser med den här koden. Vänta en stund, eller be kontoret om en ny kod.</source>
        <translation>Too many different passphrases with this code. Wait a while, or ask the office for a new code.</translation>
    </message>
    <message>
        <source>Servern svarar inte. Koden är kvar. Kontrollera nätet och försök igen med samma lösenfras: det går vidare där det slutade.</source>
        <translation>The server doesn&apos;t answer. The code is kept. Check the network and try again with the same passphrase: it goes on where it stopped.</translation>
    </message>
    <message>
        <source>Servern är av en nyare version. Uppdatera Fältakt och försök igen med samma kod.</source>
        <translation>The server is of a newer version. Update Fältakt and try again with the same code.</translation>
    </message>
    <message>
        <source>Koden behöver minst 6 siffror.</source>
        <translation>The code needs at least 6 digits.</translation>
    </message>
    <message>
        <source>Lösenfrasen behöver minst 12 tecken.</source>
        <translation>The passphrase needs at least 12 characters.</translation>
    </message>
    <message>
        <source>Lösenfrasen är för lång. Ta bort några ord.</source>
        <translation>The passphrase is too long. Take away some words.</translation>
    </message>
    <message>
        <source>Samma tecken hela vägen går att gissa. Välj flera olika ord.</source>
        <translation>The same character all the way can be guessed. Choose several different words.</translation>
    </message>
    <message>
        <source>Det finns ett tecken i lösenfrasen som inte kan skrivas igen. Börja om.</source>
        <translation>There is a character in the passphrase that cannot be typed again. Start over.</translation>
    </message>
</context>
<context>
    <name>WorkerSheet</name>
    <message>
        <source>Vem är du?</source>
        <translation>Who are you?</translation>
    </message>
    <message>
        <source>Lägg till mig på den här enheten</source>
        <translation>Add me to this device</translation>
    </message>
</context>
<context>
    <name>faltakt::viewmodels::AccessNotice</name>
    <message>
        <source>Enheten har inte nått servern på länge, därför kan du inte läsa just nu. Du kan fortfarande skriva, och inget går förlorat. Anslut till nätet.</source>
        <translation>The device has not reached the server for a long time, so you can&apos;t read just now. You can still write, and nothing is lost. Connect to the network.</translation>
    </message>
    <message>
        <source>Anslut till nätet före %1 %2. Sedan kan du skriva men inte läsa.</source>
        <translation>Connect to the network before %1 at %2. After that you can write but not read.</translation>
    </message>
    <message>
        <source>Anslut nu</source>
        <translation>Connect now</translation>
    </message>
</context>
<context>
    <name>faltakt::viewmodels::AppViewModel</name>
    <message>
        <source>Du är tillbaka där du var.</source>
        <translation>You&apos;re back where you were.</translation>
    </message>
    <message>
        <source>Du är tillbaka på %1.</source>
        <translation>You&apos;re back at %1.</translation>
    </message>
</context>
<context>
    <name>faltakt::viewmodels::ConfirmViewModel</name>
    <message numerus="yes">
        <source>Fel kod. %n försök kvar.</source>
        <translation>
            <numerusform>Wrong code. %n try left.</numerusform>
            <numerusform>Wrong code. %n tries left.</numerusform>
        </translation>
    </message>
    <message>
        <source>Du kan försöka igen %1.</source>
        <translation>You can try again at %1.</translation>
    </message>
</context>
<context>
    <name>faltakt::viewmodels::ConflictVersion</name>
    <message>
        <source>Du</source>
        <translation>You</translation>
    </message>
    <message>
        <source>En kollega</source>
        <translation>A colleague</translation>
    </message>
    <message>
        <source>Borttagen</source>
        <translation>Deleted</translation>
    </message>
    <message>
        <source>Inget</source>
        <translation>Nothing</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
</context>
<context>
    <name>faltakt::viewmodels::ConflictViewModel</name>
    <message>
        <source>En av er tog bort den och en ändrade den, utan att se varandras ändring. Inget är borta.</source>
        <translation>One of you deleted it and one changed it, without seeing each other&apos;s change. Nothing is lost.</translation>
    </message>
    <message>
        <source>Ni ändrade utan att se varandras ändring. Inget är borta.</source>
        <translation>You both changed it without seeing each other&apos;s change. Nothing is lost.</translation>
    </message>
    <message>
        <source>Sparat.</source>
        <translation>Saved.</translation>
    </message>
    <message>
        <source>Någon har skrivit vidare på valet. Ändra i personens akt i stället.</source>
        <translation>Somebody has written on top of the choice. Change it in the person&apos;s file instead.</translation>
    </message>
    <message>
        <source>Visa versionerna</source>
        <translation>Show the versions</translation>
    </message>
    <message>
        <source>Personen har skyddade uppgifter. Öppningen loggas.</source>
        <translation>The person&apos;s data is protected. The opening is logged.</translation>
    </message>
</context>
<context>
    <name>faltakt::viewmodels::EmergencyViewModel</name>
    <message>
        <source>Enheten kunde inte ringa. Slå numret på en annan telefon.</source>
        <translation>The device could not call. Dial the number on another phone.</translation>
    </message>
</context>
<context>
    <name>faltakt::viewmodels::EnrolViewModel</name>
    <message>
        <source>Minst 6 siffror.</source>
        <translation>At least 6 digits.</translation>
    </message>
    <message>
        <source>Minst 12 tecken. Fyra eller fem vanliga ord efter varandra är lätta att minnas och svåra att gissa.</source>
        <translation>At least 12 characters. Four or five common words in a row are easy to remember and hard to guess.</translation>
    </message>
    <message>
        <source>Servern har svarat. Öppnar den nya enheten.</source>
        <translation>The server has answered. Opening the new device.</translation>
    </message>
    <message>
        <source>Gör nycklar och frågar servern. Det kan ta en halv minut.</source>
        <translation>Making keys and asking the server. It can take half a minute.</translation>
    </message>
    <message>
        <source>Klistra in eller skriv koden som du har fått av kontoret.</source>
        <translation>Paste or type the code that you got from the office.</translation>
    </message>
    <message>
        <source>Koden är inte hel. Kopiera hela koden från kontoret och klistra in den igen.</source>
        <translation>The code is not complete. Copy the whole code from the office and paste it again.</translation>
    </message>
    <message>
        <source>De två var inte lika. Välj lösenfras igen.</source>
        <translation>The two were not the same. Choose a passphrase again.</translation>
    </message>
</context>
<context>
    <name>faltakt::viewmodels::GuidanceViewModel</name>
    <message numerus="yes">
        <source>%n kort</source>
        <translation>
            <numerusform>%n card</numerusform>
            <numerusform>%n cards</numerusform>
        </translation>
    </message>
    <message>
        <source>Inget kort med de orden. Pröva ett kortare ord.</source>
        <translation>No card with those words. Try a shorter word.</translation>
    </message>
</context>
<context>
    <name>faltakt::viewmodels::LockViewModel</name>
    <message>
        <source>Lösenfrasen är borttagen, efter tio fel försök eller på kontorets order. Det du sparat finns kvar i förseglad form, även det som inte är skickat. Lämna enheten till kontoret: de öppnar den med återställningsnyckeln, eller ger dig en ny kod.</source>
        <translation>The passphrase has been removed, after ten wrong tries or by the office&apos;s order. What you saved is still there in sealed form, also what was not sent. Hand the device to the office: they open it with the recovery key, or give you a new code.</translation>
    </message>
    <message>
        <source>Kontoret har tömt den här enheten. Det som servern har tagit emot finns kvar där. Det som inte var skickat ligger förseglat i enheten tills kontoret har hämtat det.</source>
        <translation>The office has emptied this device. What the server has received is still there. What was not sent lies sealed in the device until the office has fetched it.</translation>
    </message>
    <message>
        <source>Kontoret har låst enheten. Inget du sparat går förlorat. Du kan låsa upp med din kod.</source>
        <translation>The office has locked the device. Nothing you saved is lost. You can unlock it with your code.</translation>
    </message>
</context>
<context>
    <name>faltakt::viewmodels::MoreViewModel</name>
    <message>
        <source>Utbildning, inget skickas</source>
        <translation>Training, nothing is sent</translation>
    </message>
    <message numerus="yes">
        <source>%n ändringar behöver din hjälp</source>
        <translation>
            <numerusform>%n change needs your help</numerusform>
            <numerusform>%n changes need your help</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n ändringar sparade här</source>
        <translation>
            <numerusform>%n change saved here</numerusform>
            <numerusform>%n changes saved here</numerusform>
        </translation>
    </message>
    <message>
        <source>Inget väntar på att skickas</source>
        <translation>Nothing waits to be sent</translation>
    </message>
</context>
<context>
    <name>faltakt::viewmodels::PassphraseChange</name>
    <message>
        <source>Minst 6 siffror. Fler är säkrare.</source>
        <translation>At least 6 digits. More are safer.</translation>
    </message>
    <message>
        <source>Minst 12 tecken. Några ord efter varandra är lättast att minnas.</source>
        <translation>At least 12 characters. Some words in a row are easiest to remember.</translation>
    </message>
    <message>
        <source>Skriv den lösenfras du har nu.</source>
        <translation>Type the passphrase you have now.</translation>
    </message>
    <message>
        <source>De två är olika. Skriv den nya lösenfrasen en gång till i båda fälten.</source>
        <translation>The two are different. Type the new passphrase again in both fields.</translation>
    </message>
    <message>
        <source>Lösenfrasen är bytt. Den nya gäller från och med nu.</source>
        <translation>The passphrase is changed. The new one holds from now on.</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <translation>%1 %2</translation>
    </message>
</context>
<context>
    <name>faltakt::viewmodels::PlacesModel</name>
    <message>
        <source>I dag</source>
        <translation>Today</translation>
    </message>
    <message>
        <source>Personer</source>
        <translation>People</translation>
    </message>
    <message>
        <source>Vägledning</source>
        <translation>Guidance</translation>
    </message>
    <message>
        <source>Mer</source>
        <translation>More</translation>
    </message>
</context>
<context>
    <name>faltakt::viewmodels::SettingsViewModel</name>
    <message>
        <source>Som enheten</source>
        <translation>As the device</translation>
    </message>
    <message>
        <source>Ljust</source>
        <translation>Light</translation>
    </message>
    <message>
        <source>Mörkt</source>
        <translation>Dark</translation>
    </message>
    <message>
        <source>Hög kontrast, ljust</source>
        <translation>High contrast, light</translation>
    </message>
    <message>
        <source>Hög kontrast, mörkt</source>
        <translation>High contrast, dark</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
    <message numerus="yes">
        <source>%n minuter</source>
        <translation>
            <numerusform>%n minute</numerusform>
            <numerusform>%n minutes</numerusform>
        </translation>
    </message>
    <message>
        <source>Inget skickas i utbildningsläget</source>
        <translation>Nothing is sent in training mode</translation>
    </message>
    <message>
        <source>%1 MB sedan appen startade</source>
        <translation>%1 MB since the app was started</translation>
    </message>
    <message>
        <source>Typsnitt: Atkinson Hyperlegible Next</source>
        <translation>Typeface: Atkinson Hyperlegible Next</translation>
    </message>
    <message>
        <source>Ikoner: Lucide</source>
        <translation>Icons: Lucide</translation>
    </message>
    <message>
        <source>krypterat på den här enheten och på kommunens server</source>
        <translation>encrypted on this device and on the municipality&apos;s server</translation>
    </message>
    <message>
        <source>Akter som du har rätt till</source>
        <translation>Files that you have access to</translation>
    </message>
    <message>
        <source>Tas bort från enheten när du inte har rätt till dem längre</source>
        <translation>Removed from the device when you no longer have access to them</translation>
    </message>
    <message>
        <source>Ändringar i dem</source>
        <translation>Changes in them</translation>
    </message>
    <message>
        <source>krypterat på den här enheten, inget skickas</source>
        <translation>encrypted on this device, nothing is sent</translation>
    </message>
    <message>
        <source>Ändringar som bara finns här</source>
        <translation>Changes that are only here</translation>
    </message>
    <message>
        <source>Tills servern har kvitterat dem</source>
        <translation>Until the server has given a receipt for them</translation>
    </message>
    <message>
        <source>Kan läsas utan kontakt till</source>
        <translation>Can be read without contact until</translation>
    </message>
    <message>
        <source>Sedan behövs kontakt med servern. Inget går förlorat.</source>
        <translation>After that contact with the server is needed. Nothing is lost.</translation>
    </message>
</context>
<context>
    <name>faltakt::viewmodels::SyncStripViewModel</name>
    <message>
        <source>Enheten är avstängd hos servern. Allt är kvar här. Ring teamledaren.</source>
        <translation>The device is shut off at the server. All is still here. Call the team leader.</translation>
    </message>
    <message numerus="yes">
        <source>%n ändringar behöver din hjälp</source>
        <translation>
            <numerusform>%n change needs your help</numerusform>
            <numerusform>%n changes need your help</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Offline. %n ändringar sparade här</source>
        <translation>
            <numerusform>Offline. %n change saved here</numerusform>
            <numerusform>Offline. %n changes saved here</numerusform>
        </translation>
    </message>
    <message>
        <source>Offline. Inget väntar på att skickas</source>
        <translation>Offline. Nothing waits to be sent</translation>
    </message>
    <message numerus="yes">
        <source>Skickar %n ändringar</source>
        <translation>
            <numerusform>Sending %n change</numerusform>
            <numerusform>Sending %n changes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n ändringar sparade här</source>
        <translation>
            <numerusform>%n change saved here</numerusform>
            <numerusform>%n changes saved here</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>faltakt::viewmodels::SyncViewModel</name>
    <message>
        <source>Utbildning. Härifrån skickas aldrig något.</source>
        <translation>Training. Nothing is ever sent from here.</translation>
    </message>
    <message>
        <source>Enheten är avstängd hos servern</source>
        <translation>The device is shut off at the server</translation>
    </message>
    <message>
        <source>Skickar %1 av %2</source>
        <translation>Sending %1 of %2</translation>
    </message>
    <message>
        <source>Hämtar nytt</source>
        <translation>Fetching news</translation>
    </message>
    <message>
        <source>Offline sedan %1</source>
        <translation>Offline since %1</translation>
    </message>
    <message>
        <source>Offline</source>
        <translation>Offline</translation>
    </message>
    <message>
        <source>Allt mottaget %1</source>
        <translation>All received %1</translation>
    </message>
    <message>
        <source>Inget väntar på att skickas</source>
        <translation>Nothing waits to be sent</translation>
    </message>
    <message numerus="yes">
        <source>%n ändringar sparade här</source>
        <translation>
            <numerusform>%n change saved here</numerusform>
            <numerusform>%n changes saved here</numerusform>
        </translation>
    </message>
    <message>
        <source>Servern svarar inte. Allt är sparat här.</source>
        <translation>The server doesn&apos;t answer. All is saved here.</translation>
    </message>
    <message>
        <source>Servern svarar inte. Allt är sparat här. Vi försöker igen %1.</source>
        <translation>The server doesn&apos;t answer. All is saved here. We try again at %1.</translation>
    </message>
    <message>
        <source>Servern tar inte emot den här enheten. Allt är sparat här. Be teamledaren titta på enheten.</source>
        <translation>The server does not take this device. All is saved here. Ask the team leader to look at the device.</translation>
    </message>
    <message>
        <source>Enheten är full, så det som är nytt kan inte hämtas. Allt du har sparat är kvar. Frigör plats.</source>
        <translation>The device is full, so what is new cannot be fetched. Everything you saved is still here. Free some space.</translation>
    </message>
    <message>
        <source>Serverns svar kan inte användas. Allt är sparat här och inget är ändrat. Kontakta support.</source>
        <translation>The server&apos;s answers cannot be used. All is saved here and nothing has changed. Contact support.</translation>
    </message>
    <message>
        <source>Det du gör här är övning med påhittade personer och stannar på enheten.</source>
        <translation>What you do here is practice with invented people and stays on the device.</translation>
    </message>
    <message>
        <source>Inget mer tas emot från den här enheten. Allt du har sparat är kvar här. Be teamledaren om hjälp.</source>
        <translation>Nothing more is taken from this device. Everything you saved is still here. Ask the team leader for help.</translation>
    </message>
    <message>
        <source>Det finns krypterat på enheten och skickas så snart servern svarar.</source>
        <translation>It is encrypted on the device and is sent as soon as the server answers.</translation>
    </message>
    <message>
        <source>%1 av %2 finns på servern</source>
        <translation>%1 of %2 are on the server</translation>
    </message>
    <message>
        <source>%1 MB sedan appen startade</source>
        <translation>%1 MB since the app was started</translation>
    </message>
    <message>
        <source>Ingen än</source>
        <translation>None yet</translation>
    </message>
    <message>
        <source>Sparat här igen. Skickas med nästa kontakt.</source>
        <translation>Saved here again. Sent with the next contact.</translation>
    </message>
    <message>
        <source>Borttagen från enheten.</source>
        <translation>Removed from the device.</translation>
    </message>
</context>
</TS>
