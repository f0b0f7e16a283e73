<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_GB" sourcelanguage="sv_SE">
<context>
    <name>Access</name>
    <message>
        <source>Enheten har inte nått servern på länge, därför kan du inte läsa just nu. Du kan fortfarande skriva, och inget går förlorat. Anslut till nätet.</source>
        <translation>The device has not reached the server for a long time, so you can&apos;t read just now. You can still write, and nothing is lost. Connect to the network.</translation>
    </message>
    <message>
        <source>Anslut till nätet före %1 %2. Sedan kan du skriva men inte läsa.</source>
        <translation>Connect to the network before %1 at %2. After that you can write but not read.</translation>
    </message>
</context>
<context>
    <name>ActItem</name>
    <message>
        <source>%1, behövs</source>
        <translation>%1, needed</translation>
    </message>
    <message>
        <source>Ta bort</source>
        <translation>Remove</translation>
    </message>
    <message>
        <source>Ta bort, %1</source>
        <translation>Remove, %1</translation>
    </message>
    <message>
        <source>Lägg till: %1</source>
        <translation>Add: %1</translation>
    </message>
    <message>
        <source>%1 (frivilligt)</source>
        <translation>%1 (optional)</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>Dölj insatserna</source>
        <translation>Hide the insatser</translation>
    </message>
    <message>
        <source>Välj bland kommunens insatser</source>
        <translation>Choose among the municipality&apos;s insatser</translation>
    </message>
</context>
<context>
    <name>ActPage</name>
    <message>
        <source>Stäng</source>
        <translation>Close</translation>
    </message>
    <message>
        <source>Läs och signera</source>
        <translation>Read and sign</translation>
    </message>
    <message>
        <source>Klar</source>
        <translation>Done</translation>
    </message>
    <message>
        <source>På I dag</source>
        <translation>On Today</translation>
    </message>
    <message>
        <source>Ta bort utkastet</source>
        <translation>Remove the draft</translation>
    </message>
</context>
<context>
    <name>AdviceCard</name>
    <message>
        <source>Kort rådgivning</source>
        <translation>Brief advice</translation>
    </message>
    <message>
        <source>föreslås efter resultatet</source>
        <translation>proposed by the result</translation>
    </message>
    <message>
        <source>Hur länge?</source>
        <translation>How long?</translation>
    </message>
</context>
<context>
    <name>AgendaLook</name>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
</context>
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
    <name>AnswerBox</name>
    <message>
        <source>%1, %2 av %3</source>
        <translation>%1, %2 of %3</translation>
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
    <name>AnswerEntry</name>
    <message>
        <source>Ändra</source>
        <translation>Change</translation>
    </message>
    <message>
        <source>Ändra, %1: %2</source>
        <translation>Change, %1: %2</translation>
    </message>
    <message>
        <source>Visa innehållet</source>
        <translation>Show the content</translation>
    </message>
    <message>
        <source>Visa innehållet, %1</source>
        <translation>Show the content, %1</translation>
    </message>
</context>
<context>
    <name>AnswerField</name>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
</context>
<context>
    <name>AnswerGroup</name>
    <message>
        <source>Ändra</source>
        <translation>Change</translation>
    </message>
    <message>
        <source>Ändra, %1</source>
        <translation>Change, %1</translation>
    </message>
    <message>
        <source>Personen avstår från frågorna</source>
        <translation>The person declines the questions</translation>
    </message>
    <message>
        <source>Personen avstår</source>
        <translation>The person declines</translation>
    </message>
    <message>
        <source>Lämna över</source>
        <translation>Hand over</translation>
    </message>
    <message>
        <source>Lämna över till personen, som svarar själv</source>
        <translation>Hand over to the person, who answers alone</translation>
    </message>
</context>
<context>
    <name>AnswerList</name>
    <message>
        <source>Alla svar</source>
        <translation>All answers</translation>
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
    <name>AreaItem</name>
    <message>
        <source>Visa och lägg till</source>
        <translation>Show and add</translation>
    </message>
    <message>
        <source>Visa och lägg till, %1</source>
        <translation>Show and add, %1</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>Vill inte svara</source>
        <translation>Prefer not to answer</translation>
    </message>
    <message>
        <source>Vet inte</source>
        <translation>Don&apos;t know</translation>
    </message>
    <message>
        <source>Inte aktuellt</source>
        <translation>Not relevant</translation>
    </message>
    <message>
        <source>Notera</source>
        <translation>Note</translation>
    </message>
    <message>
        <source>Notera, %1</source>
        <translation>Note, %1</translation>
    </message>
</context>
<context>
    <name>AreaView</name>
    <message>
        <source>Försök igen</source>
        <translation>Try again</translation>
    </message>
</context>
<context>
    <name>AttachSheet</name>
    <message>
        <source>Lägg till foto eller papper</source>
        <translation>Add a photo or paper</translation>
    </message>
    <message>
        <source>Plats, tid och kamera tas bort ur fotot. Bara det som syns sparas.</source>
        <translation>Place, time and camera are removed from the photo. Only what is to be seen is saved.</translation>
    </message>
    <message>
        <source>Vad syns på fotot?</source>
        <translation>What is to be seen?</translation>
    </message>
    <message>
        <source>Spara</source>
        <translation>Save</translation>
    </message>
</context>
<context>
    <name>AttachmentLook</name>
    <message>
        <source>Väntar på att skickas</source>
        <translation>Waiting to be sent</translation>
    </message>
    <message>
        <source>Finns här</source>
        <translation>Is here</translation>
    </message>
    <message>
        <source>Hämtas</source>
        <translation>Is being fetched</translation>
    </message>
    <message>
        <source>Finns hos servern</source>
        <translation>Is at the server</translation>
    </message>
</context>
<context>
    <name>AttachmentPage</name>
    <message>
        <source>Större</source>
        <translation>Larger</translation>
    </message>
    <message>
        <source>Mindre</source>
        <translation>Smaller</translation>
    </message>
    <message>
        <source>Ta bort</source>
        <translation>Remove</translation>
    </message>
    <message>
        <source>Hämta</source>
        <translation>Fetch</translation>
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
    <name>BookingSheet</name>
    <message>
        <source>Nästa kontakt</source>
        <translation>Next contact</translation>
    </message>
    <message>
        <source>Boka</source>
        <translation>Book</translation>
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
    <message>
        <source>Stäng</source>
        <translation>Close</translation>
    </message>
    <message>
        <source>Inga fler samtal att ringa i dag.</source>
        <translation>No more calls to make today.</translation>
    </message>
    <message>
        <source>Brev att skicka</source>
        <translation>Letters to send</translation>
    </message>
</context>
<context>
    <name>CardEntryList</name>
    <message>
        <source>Ändra</source>
        <translation>Change</translation>
    </message>
</context>
<context>
    <name>ChangeGroup</name>
    <message numerus="yes">
        <source>%n öppningar av akter</source>
        <translation>
            <numerusform>%n opening of a file</numerusform>
            <numerusform>%n openings of files</numerusform>
        </translation>
    </message>
    <message>
        <source>Skrivs av sig själva när en akt läses</source>
        <translation>Written by themselves when a file is read</translation>
    </message>
    <message>
        <source>utfälld</source>
        <translation>unfolded</translation>
    </message>
    <message>
        <source>hopfälld</source>
        <translation>folded</translation>
    </message>
</context>
<context>
    <name>ChangeLines</name>
    <message numerus="yes">
        <source>Svar i ett trygghetssamtal, %n uppgifter</source>
        <translation>
            <numerusform>Answers of a safety talk, %n detail</numerusform>
            <numerusform>Answers of a safety talk, %n details</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Svar i ett formulär som inte är känt här, %n uppgifter</source>
        <translation>
            <numerusform>Answers to a form that is not known here, %n detail</numerusform>
            <numerusform>Answers to a form that is not known here, %n details</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ChangeRow</name>
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
    <name>CheckInFields</name>
    <message>
        <source>Klar om</source>
        <translation>Done in</translation>
    </message>
    <message>
        <source>Klar klockan</source>
        <translation>Done at</translation>
    </message>
    <message>
        <source>Var (valfritt)</source>
        <translation>Where (optional)</translation>
    </message>
    <message>
        <source>Teamet ser det. Skriv inte vem du besöker, och ingen adress som är skyddad.</source>
        <translation>The team sees it. Do not write whom you visit, and no address that is protected.</translation>
    </message>
    <message>
        <source>Nås på (valfritt)</source>
        <translation>To be reached at (optional)</translation>
    </message>
</context>
<context>
    <name>CheckInPage</name>
    <message>
        <source>Det här är inget överfallslarm. I fara: ring 112.</source>
        <translation>This is no alarm for an assault. In danger: ring 112.</translation>
    </message>
    <message>
        <source>Checka in</source>
        <translation>Check in</translation>
    </message>
    <message>
        <source>Sparar …</source>
        <translation>Saving …</translation>
    </message>
    <message>
        <source>Checka ut</source>
        <translation>Check out</translation>
    </message>
    <message>
        <source>30 minuter till</source>
        <translation>30 more minutes</translation>
    </message>
    <message>
        <source>Nytt besök</source>
        <translation>New visit</translation>
    </message>
    <message>
        <source>Jag tar hand om det</source>
        <translation>I take care of it</translation>
    </message>
</context>
<context>
    <name>ChildWords</name>
    <message>
        <source>Numret anges inte i riktlinjen. Fara nu: ring 112.</source>
        <translation>The guideline does not state the number. Danger now: ring 112.</translation>
    </message>
    <message>
        <source>Numret anges inte i riktlinjen. Ring socialjouren, eller 112 vid fara.</source>
        <translation>The guideline does not state the number. Ring social services out of hours, or 112 in danger.</translation>
    </message>
    <message>
        <source>Barn</source>
        <translation>Children</translation>
    </message>
    <message>
        <source>Barn utan namn</source>
        <translation>Child without a name</translation>
    </message>
    <message>
        <source>född %1</source>
        <translation>born %1</translation>
    </message>
    <message>
        <source>Bor hos personen: %1</source>
        <translation>Lives with the person: %1</translation>
    </message>
    <message>
        <source>Oro, inget steg än</source>
        <translation>Worry, no step yet</translation>
    </message>
    <message>
        <source>Oro. %1</source>
        <translation>Worry. %1</translation>
    </message>
    <message>
        <source>Teamledaren</source>
        <translation>The team leader</translation>
    </message>
</context>
<context>
    <name>ChildrenAdvice</name>
    <message>
        <source>Ring barnenheten</source>
        <translation>Call the child unit</translation>
    </message>
    <message>
        <source>Barnen och steg vid oro</source>
        <translation>The children, and steps at worry</translation>
    </message>
</context>
<context>
    <name>ChildrenBody</name>
    <message>
        <source>Barn hemma eller nära?</source>
        <translation>Children at home or close by?</translation>
    </message>
    <message>
        <source>Orosanmälan</source>
        <translation>Report of concern</translation>
    </message>
    <message>
        <source>Orosanmälan, %1</source>
        <translation>Report of concern, %1</translation>
    </message>
    <message>
        <source>Lägg till barn</source>
        <translation>Add a child</translation>
    </message>
    <message>
        <source>Vad det betyder för barnen</source>
        <translation>What it means for the children</translation>
    </message>
    <message>
        <source>Skriv svar, steg och vad det betyder för barnen</source>
        <translation>Write answer, step and what it means for the children</translation>
    </message>
    <message>
        <source>Gör nu</source>
        <translation>Do now</translation>
    </message>
    <message>
        <source>Skyddsbedömning</source>
        <translation>Safety check</translation>
    </message>
    <message>
        <source>Trygghetssamtal</source>
        <translation>Safety talk</translation>
    </message>
</context>
<context>
    <name>ChildrenPage</name>
    <message>
        <source>Barn</source>
        <translation>Children</translation>
    </message>
    <message>
        <source>Stäng</source>
        <translation>Close</translation>
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
    <name>ClosingFields</name>
    <message>
        <source>Öppna</source>
        <translation>Open</translation>
    </message>
    <message>
        <source>Jag har gått igenom det. Det får ligga kvar.</source>
        <translation>I have gone through it. It may stay.</translation>
    </message>
    <message>
        <source>Egna uppgifter står kvar på I dag. Tider och påminnelser försvinner.</source>
        <translation>Your own tasks stay on Today. Times and reminders go away.</translation>
    </message>
    <message>
        <source>Hur avslutas ärendet?</source>
        <translation>How is the matter closed?</translation>
    </message>
    <message>
        <source>Varför öppnas det igen?</source>
        <translation>Why is it opened again?</translation>
    </message>
    <message>
        <source>Öppna sidan Barn</source>
        <translation>Open the page Children</translation>
    </message>
    <message>
        <source>Skäl till att avsluta</source>
        <translation>Reason for closing</translation>
    </message>
    <message>
        <source>Skäl till att öppna igen</source>
        <translation>Reason for opening again</translation>
    </message>
    <message>
        <source>Hur länge akten sparas</source>
        <translation>How long the file is kept</translation>
    </message>
    <message>
        <source>När ärendet är avslutat läses akten, men inget ändras i den. Du kan öppna det igen.</source>
        <translation>Once the matter is closed the file is read, but nothing is changed in it. You can open it again.</translation>
    </message>
</context>
<context>
    <name>ClosingPage</name>
    <message>
        <source>Avslutat ärende</source>
        <translation>Closed matter</translation>
    </message>
    <message>
        <source>Avsluta ärendet</source>
        <translation>Close the matter</translation>
    </message>
    <message>
        <source>Öppna igen</source>
        <translation>Open again</translation>
    </message>
    <message>
        <source>Sparar …</source>
        <translation>Saving …</translation>
    </message>
    <message>
        <source>Stäng</source>
        <translation>Close</translation>
    </message>
    <message>
        <source>Öppna personen</source>
        <translation>Open the person</translation>
    </message>
</context>
<context>
    <name>ClosingStore</name>
    <message numerus="yes">
        <source>%n LOB-blad är öppna och avslutas tillsammans med ärendet</source>
        <translation>
            <numerusform>%n LOB sheet is open and ends with the matter</numerusform>
            <numerusform>%n LOB sheets are open and end with the matter</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n poster att signera</source>
        <translation>
            <numerusform>%n entry to sign</numerusform>
            <numerusform>%n entries to sign</numerusform>
        </translation>
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
    <message>
        <source>Innehållet är dolt</source>
        <translation>The content is hidden</translation>
    </message>
    <message>
        <source>Se till att ingen annan ser skärmen.</source>
        <translation>Make sure that nobody else sees the screen.</translation>
    </message>
    <message>
        <source>Visa innehållet</source>
        <translation>Show the content</translation>
    </message>
</context>
<context>
    <name>ConflictPiece</name>
    <message>
        <source>Skiljer sig, %1</source>
        <translation>Differs, %1</translation>
    </message>
    <message>
        <source>Står inte här</source>
        <translation>Not in this one</translation>
    </message>
</context>
<context>
    <name>ContactCardChoice</name>
    <message>
        <source>Kortet fyller skärmen. Vänd den mot personen. Inget sparas om att du gav det.</source>
        <translation>The card fills the screen. Turn it to the person. Nothing is kept about your giving it.</translation>
    </message>
    <message>
        <source>Ditt eget nummer</source>
        <translation>Your own number</translation>
    </message>
    <message>
        <source>Numret som personen kan nå dig på</source>
        <translation>The number at which the person reaches you</translation>
    </message>
    <message>
        <source>Ge mitt nummer</source>
        <translation>Give my number</translation>
    </message>
</context>
<context>
    <name>ContactCardPage</name>
    <message>
        <source>Här når du oss</source>
        <translation>How to reach us</translation>
    </message>
    <message>
        <source>Ge kontaktkort</source>
        <translation>Give a contact card</translation>
    </message>
    <message>
        <source>Stäng</source>
        <translation>Close</translation>
    </message>
    <message>
        <source>Välj ett annat</source>
        <translation>Choose another</translation>
    </message>
    <message>
        <source>Klar</source>
        <translation>Done</translation>
    </message>
</context>
<context>
    <name>ContactCardView</name>
    <message>
        <source>Skriv av numret.</source>
        <translation>Copy the number.</translation>
    </message>
    <message>
        <source>Rikta mobilens kamera mot rutan. Då sparas numret.</source>
        <translation>Point your phone&apos;s camera at the square. It saves the number.</translation>
    </message>
</context>
<context>
    <name>ContactFields</name>
    <message>
        <source>Byt</source>
        <translation>Change</translation>
    </message>
    <message>
        <source>Byt person</source>
        <translation>Change person</translation>
    </message>
    <message>
        <source>Hur?</source>
        <translation>How?</translation>
    </message>
    <message>
        <source>Hur gick det?</source>
        <translation>How did it go?</translation>
    </message>
    <message>
        <source>Vad blev det av?</source>
        <translation>What came of it?</translation>
    </message>
    <message>
        <source>Kort om kontakten</source>
        <translation>The contact in short</translation>
    </message>
    <message>
        <source>Ändra</source>
        <translation>Change</translation>
    </message>
    <message>
        <source>Ändra, när kontakten var</source>
        <translation>Change, when the contact was</translation>
    </message>
    <message>
        <source>Egen önskan</source>
        <translation>Own wish</translation>
    </message>
    <message>
        <source>Med personens egna ord.</source>
        <translation>In the person&apos;s own words.</translation>
    </message>
    <message>
        <source>Företrädarens syn</source>
        <translation>The representative&apos;s view</translation>
    </message>
    <message>
        <source>Det som den som företräder personen vill, skilt från personens egen önskan.</source>
        <translation>What the person&apos;s representative wants, apart from the person&apos;s own wish.</translation>
    </message>
    <message>
        <source>Någon företräder personen</source>
        <translation>Somebody represents the person</translation>
    </message>
    <message>
        <source>Din bedömning (frivilligt)</source>
        <translation>Your assessment (optional)</translation>
    </message>
    <message>
        <source>Fanns tolk?</source>
        <translation>Was there an interpreter?</translation>
    </message>
</context>
<context>
    <name>ContactPage</name>
    <message>
        <source>Kontakt</source>
        <translation>Contact</translation>
    </message>
    <message>
        <source>Stäng</source>
        <translation>Close</translation>
    </message>
    <message>
        <source>Boka nästa</source>
        <translation>Book the next</translation>
    </message>
    <message>
        <source>Klar</source>
        <translation>Done</translation>
    </message>
</context>
<context>
    <name>ContactSavedView</name>
    <message>
        <source>Ge kontaktkort</source>
        <translation>Give a contact card</translation>
    </message>
</context>
<context>
    <name>ContactWaySheet</name>
    <message>
        <source>Ny kontaktväg</source>
        <translation>New contact way</translation>
    </message>
    <message>
        <source>Ändra kontaktväg</source>
        <translation>Change contact way</translation>
    </message>
    <message>
        <source>Hur</source>
        <translation>How</translation>
    </message>
    <message>
        <source>Nummer</source>
        <translation>Number</translation>
    </message>
    <message>
        <source>Var</source>
        <translation>Where</translation>
    </message>
    <message>
        <source>Tider (frivilligt)</source>
        <translation>Hours (optional)</translation>
    </message>
    <message>
        <source>Till exempel efter kl. 16</source>
        <translation>For example after 16:00</translation>
    </message>
    <message>
        <source>Genom vem (frivilligt)</source>
        <translation>Through whom (optional)</translation>
    </message>
    <message>
        <source>Att tänka på (frivilligt)</source>
        <translation>To bear in mind (optional)</translation>
    </message>
    <message>
        <source>Aldrig röstbrevlåda</source>
        <translation>Never voicemail</translation>
    </message>
    <message>
        <source>Andra kan svara eller läsa</source>
        <translation>Others may answer or read</translation>
    </message>
    <message>
        <source>Ta bort kontaktvägen</source>
        <translation>Remove the contact way</translation>
    </message>
    <message>
        <source>Spara</source>
        <translation>Save</translation>
    </message>
</context>
<context>
    <name>ContactWords</name>
    <message>
        <source>Sms, besök, brev eller annat sätt</source>
        <translation>Text message, visit, letter or another way</translation>
    </message>
    <message>
        <source>Träffade ingen</source>
        <translation>Met nobody</translation>
    </message>
    <message>
        <source>Träffades</source>
        <translation>Met</translation>
    </message>
    <message>
        <source>Träffade någon annan</source>
        <translation>Met somebody else</translation>
    </message>
    <message>
        <source>Nej, ring igen</source>
        <translation>No, call again</translation>
    </message>
    <message>
        <source>Vet inte</source>
        <translation>Don&apos;t know</translation>
    </message>
    <message>
        <source>Rapport %1 på tolv månader. Erbjud ett möte och se över stödet. Förval, inte lag.</source>
        <translation>Report %1 in twelve months. Offer a meeting and look over the support. Default, not law.</translation>
    </message>
    <message>
        <source>Rapport %1 på tolv månader. Ta ställning till utredning (%2). Förval, inte lag.</source>
        <translation>Report %1 in twelve months. Decide on an investigation (%2). Default, not law.</translation>
    </message>
    <message>
        <source>Rapport %1 på tolv månader, och tecken på fara. Ta ställning till utredning (%2), och prata med teamledaren om %3.</source>
        <translation>Report %1 in twelve months, and signs of danger. Decide on an investigation (%2), and talk with the team leader about %3.</translation>
    </message>
    <message>
        <source>Sms är avstängt: inga meddelanden lämnas till den här personen.</source>
        <translation>Text messages are off: no messages are left for this person.</translation>
    </message>
    <message>
        <source>Sms är avstängt: andra kan läsa numret.</source>
        <translation>Text messages are off: others can read the number.</translation>
    </message>
    <message>
        <source>Personen själv</source>
        <translation>The person</translation>
    </message>
    <message>
        <source>Någon annan</source>
        <translation>Somebody else</translation>
    </message>
    <message>
        <source>Vet inte säkert</source>
        <translation>Not sure</translation>
    </message>
    <message>
        <source>Det är personen själv</source>
        <translation>It is the person</translation>
    </message>
    <message>
        <source>Det är någon annan</source>
        <translation>It is somebody else</translation>
    </message>
    <message>
        <source>Ingen</source>
        <translation>None</translation>
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
    <name>DangerSign</name>
    <message>
        <source>Tecken på fara. Når du inte fram väljer arbetsledaren nästa steg.</source>
        <translation>Signs of danger. If you do not get through, the team leader chooses the next step.</translation>
    </message>
    <message>
        <source>Ta bort tecken på fara</source>
        <translation>Take the sign of danger away</translation>
    </message>
    <message>
        <source>Det finns tecken på fara</source>
        <translation>There are signs of danger</translation>
    </message>
</context>
<context>
    <name>DataUse</name>
    <message>
        <source>%1 kB</source>
        <translation>%1 kB</translation>
    </message>
    <message>
        <source>%1 MB</source>
        <translation>%1 MB</translation>
    </message>
    <message>
        <source>%1 i dag, varav %2 mobildata</source>
        <translation>%1 today, of which %2 mobile data</translation>
    </message>
    <message>
        <source>%1 i dag</source>
        <translation>%1 today</translation>
    </message>
</context>
<context>
    <name>DayEndPage</name>
    <message>
        <source>Avsluta dagen</source>
        <translation>End the day</translation>
    </message>
    <message>
        <source>Klar för i dag</source>
        <translation>Done for today</translation>
    </message>
    <message>
        <source>Stäng</source>
        <translation>Close</translation>
    </message>
</context>
<context>
    <name>DecisionsCard</name>
    <message>
        <source>Beslut och planer som gäller</source>
        <translation>Decisions and plans in force</translation>
    </message>
</context>
<context>
    <name>DeputyFields</name>
    <message>
        <source>Vem är ersättare?</source>
        <translation>Who is the deputy?</translation>
    </message>
    <message>
        <source>Hur länge, från i dag?</source>
        <translation>For how long, from today?</translation>
    </message>
    <message>
        <source>Första dagen</source>
        <translation>First day</translation>
    </message>
    <message>
        <source>Sista dagen</source>
        <translation>Last day</translation>
    </message>
</context>
<context>
    <name>DeputyPage</name>
    <message>
        <source>Ersättare</source>
        <translation>Deputies</translation>
    </message>
    <message>
        <source>Första till sista dagen, av sig självt</source>
        <translation>From the first to the last day, by itself</translation>
    </message>
    <message>
        <source>Ersättaren får akten från den första dagen och blir av med den efter den sista. Den som öppnar akten anger varför.</source>
        <translation>The deputy gets the file from the first day and loses it after the last one. Whoever opens the file says why.</translation>
    </message>
    <message>
        <source>Utsedda</source>
        <translation>Named</translation>
    </message>
    <message>
        <source>Avsluta %1</source>
        <translation>End %1</translation>
    </message>
    <message>
        <source>Utse</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Sparar …</source>
        <translation>Saving …</translation>
    </message>
</context>
<context>
    <name>EmergencyContact</name>
    <message>
        <source>Ring %1</source>
        <translation>Call %1</translation>
    </message>
    <message>
        <source>Den här enheten kan inte ringa. Slå numret på en telefon.</source>
        <translation>This device cannot call. Dial the number on a phone.</translation>
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
    <message>
        <source>Hjälp</source>
        <translation>Help</translation>
    </message>
    <message>
        <source>Skanna kod</source>
        <translation>Scan code</translation>
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
    <message>
        <source>Det går inte just nu. Antingen har rätten till det ändrats, eller så har någon skrivit vidare sedan dess. Inget har gått förlorat.</source>
        <translation>This cannot be done now. Either the right to it has changed, or somebody has written on since. Nothing is lost.</translation>
    </message>
    <message>
        <source>Ärendet är avslutat. Öppna det igen på personens sida, så kan det sparas. Det du skrev finns kvar.</source>
        <translation>The matter is closed. Open it again on the person&apos;s page, then this can be saved. What you wrote is kept.</translation>
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
    <name>FileOfferSheet</name>
    <message>
        <source>Filen ligger utanför Fältakt och är inte skyddad längre. Den som kommer åt enheten eller minnet kan läsa den.</source>
        <translation>The file lies outside Fältakt and is no longer protected. Whoever gets at the device or the memory stick can read it.</translation>
    </message>
    <message>
        <source>Det här står i filen</source>
        <translation>What the file says</translation>
    </message>
    <message>
        <source>Som</source>
        <translation>As</translation>
    </message>
    <message>
        <source>Var ska den ligga?</source>
        <translation>Where should it go?</translation>
    </message>
    <message>
        <source>Spara filen</source>
        <translation>Save the file</translation>
    </message>
    <message>
        <source>Klar</source>
        <translation>Done</translation>
    </message>
</context>
<context>
    <name>FormCheckCard</name>
    <message>
        <source>Varje formulär har provsvar med facit. Enheten kan räkna dem själv och jämföra.</source>
        <translation>Every form has test answers with their key. The device can count them itself and compare.</translation>
    </message>
    <message>
        <source>Kontrollera formulären</source>
        <translation>Check the forms</translation>
    </message>
    <message>
        <source>Räknar …</source>
        <translation>Counting …</translation>
    </message>
</context>
<context>
    <name>FormsPage</name>
    <message>
        <source>Sök formulär</source>
        <translation>Search forms</translation>
    </message>
    <message>
        <source>Stäng</source>
        <translation>Close</translation>
    </message>
</context>
<context>
    <name>GateFields</name>
    <message>
        <source>Varför öppnar du?</source>
        <translation>Why do you open it?</translation>
    </message>
    <message>
        <source>Med egna ord (frivilligt)</source>
        <translation>In your own words (optional)</translation>
    </message>
</context>
<context>
    <name>GlassPictures</name>
    <message>
        <source>33 cl starköl</source>
        <translation>33 cl strong beer</translation>
    </message>
    <message>
        <source>12–15 cl vin</source>
        <translation>12–15 cl wine</translation>
    </message>
    <message>
        <source>4 cl sprit</source>
        <translation>4 cl spirits</translation>
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
    <name>GuidedTalk</name>
    <message>
        <source>Vilka vi är</source>
        <translation>Who we are</translation>
    </message>
    <message>
        <source>Säg vem du är, var du arbetar och varför du ringer.</source>
        <translation>Say who you are, where you work and why you are calling.</translation>
    </message>
    <message>
        <source>Det är frivilligt att prata med mig.</source>
        <translation>Talking to me is voluntary.</translation>
    </message>
    <message>
        <source>Jag antecknar det viktigaste. Du kan få läsa det.</source>
        <translation>I write down what matters most. You can read it.</translation>
    </message>
    <message>
        <source>Det du säger stannar hos oss, utom vid fara för barn eller liv.</source>
        <translation>What you say stays with us, except in danger to a child or a life.</translation>
    </message>
    <message>
        <source>Frågar personen vad som händer annars: ingenting händer om du tackar nej.</source>
        <translation>If the person asks what happens otherwise: nothing happens if you decline.</translation>
    </message>
    <message>
        <source>Hälsan nu</source>
        <translation>Health now</translation>
    </message>
    <message>
        <source>Hur mår du nu?</source>
        <translation>How are you now?</translation>
    </message>
    <message>
        <source>Blev du skadad, eller har du ont någonstans?</source>
        <translation>Were you hurt, or are you in pain anywhere?</translation>
    </message>
    <message>
        <source>Har du haft tankar på att inte vilja leva?</source>
        <translation>Have you had thoughts of not wanting to live?</translation>
    </message>
    <message>
        <source>Fråga rakt och lugnt. Stanna kvar i samtalet om svaret är ja.</source>
        <translation>Ask straight and calmly. Stay in the talk if the answer is yes.</translation>
    </message>
    <message>
        <source>Natten, med egna ord</source>
        <translation>The night, in their own words</translation>
    </message>
    <message>
        <source>Vad minns du av kvällen?</source>
        <translation>What do you remember of the evening?</translation>
    </message>
    <message>
        <source>Hur ser du själv på det som hände?</source>
        <translation>How do you see what happened?</translation>
    </message>
    <message>
        <source>Har det hänt förut?</source>
        <translation>Has it happened before?</translation>
    </message>
    <message>
        <source>Lyssna. Skriv personens ord, inte dina.</source>
        <translation>Listen. Write the person&apos;s words, not yours.</translation>
    </message>
    <message>
        <source>Några frågor om vanor</source>
        <translation>Some questions about habits</translation>
    </message>
    <message>
        <source>Får jag ställa några korta frågor om alkohol?</source>
        <translation>May I ask some short questions about alcohol?</translation>
    </message>
    <message>
        <source>Det tar ett par minuter. Du väljer själv.</source>
        <translation>It takes a couple of minutes. You choose.</translation>
    </message>
    <message>
        <source>Ett nej är ett svar. Fråga inte igen samma dag.</source>
        <translation>A no is an answer. Do not ask again the same day.</translation>
    </message>
    <message>
        <source>Barn</source>
        <translation>Children</translation>
    </message>
    <message>
        <source>Finns det barn hemma, eller barn som du träffar ofta?</source>
        <translation>Are there children at home, or children whom you see often?</translation>
    </message>
    <message>
        <source>Vem tog hand om dem den natten?</source>
        <translation>Who looked after them that night?</translation>
    </message>
    <message>
        <source>Hur har de det nu?</source>
        <translation>How are they now?</translation>
    </message>
    <message>
        <source>Vid oro: ring barnenheten själv, direkt efter samtalet.</source>
        <translation>If you worry: call the child unit yourself, right after the talk.</translation>
    </message>
    <message>
        <source>Trygghet</source>
        <translation>Safety</translation>
    </message>
    <message>
        <source>Är du ensam nu? Ja eller nej räcker.</source>
        <translation>Are you alone now? Yes or no is enough.</translation>
    </message>
    <message>
        <source>På telefon frågar du inte mer om våld. Boka ett möte om något gör dig orolig.</source>
        <translation>On the phone you ask no more about violence. Book a meeting if something worries you.</translation>
    </message>
    <message>
        <source>Vardagen</source>
        <translation>Everyday life</translation>
    </message>
    <message>
        <source>Hur är det med bostaden?</source>
        <translation>How is your housing?</translation>
    </message>
    <message>
        <source>Arbete eller studier?</source>
        <translation>Work or studies?</translation>
    </message>
    <message>
        <source>Räcker pengarna?</source>
        <translation>Does the money last?</translation>
    </message>
    <message>
        <source>Påverkas körkortet?</source>
        <translation>Is the driving licence affected?</translation>
    </message>
    <message>
        <source>Ta det som personen själv tar upp.</source>
        <translation>Take what the person brings up.</translation>
    </message>
    <message>
        <source>Har du kontakt med någon som hjälper dig i dag?</source>
        <translation>Are you in touch with somebody who helps you today?</translation>
    </message>
    <message>
        <source>Finns det någon nära som också behöver stöd?</source>
        <translation>Is there somebody close who needs support too?</translation>
    </message>
    <message>
        <source>Fråga bara personen. Innan en utredning är öppnad frågar vi ingen annan.</source>
        <translation>Ask only the person. Before an investigation is open we ask nobody else.</translation>
    </message>
    <message>
        <source>Vad skulle du själv vilja?</source>
        <translation>What would you like yourself?</translation>
    </message>
    <message>
        <source>Vi kan erbjuda: rådgivning, ett möte, stöd utan utredning, eller en ansökan.</source>
        <translation>We can offer: advice, a meeting, support without an investigation, or an application.</translation>
    </message>
    <message>
        <source>En ansökan kan göras muntligt. Den räknas från i dag.</source>
        <translation>An application can be made by word of mouth. It counts from today.</translation>
    </message>
    <message>
        <source>Får vi höra av oss igen?</source>
        <translation>May we get in touch again?</translation>
    </message>
    <message>
        <source>Får jag ringa igen? När passar det?</source>
        <translation>May I call again? When does it suit?</translation>
    </message>
    <message>
        <source>Vilket sätt är säkrast för dig?</source>
        <translation>Which way is safest for you?</translation>
    </message>
    <message>
        <source>Ett nej gäller. Fråga en gång om du får höra av dig senare.</source>
        <translation>A no holds. Ask once if you may get in touch later.</translation>
    </message>
    <message>
        <source>Vad vi gör och inte gör</source>
        <translation>What we do and do not do</translation>
    </message>
    <message>
        <source>Har du barn vill vi veta att de har det bra. Det är inget förhör.</source>
        <translation>If you have children we want to know that they are well. It is no interrogation.</translation>
    </message>
    <message>
        <source>Oroar något oss för ett barn säger vi det till dig först, om det går.</source>
        <translation>If something worries us about a child we tell you first, where we can.</translation>
    </message>
    <message>
        <source>Säg det innan du frågar, så att personen kan välja vad som berättas.</source>
        <translation>Say it before you ask, so that the person can choose what to tell.</translation>
    </message>
    <message>
        <source>Egen önskan</source>
        <translation>Own wish</translation>
    </message>
    <message>
        <source>Vad skulle göra störst skillnad just nu?</source>
        <translation>What would make the most difference just now?</translation>
    </message>
    <message>
        <source>Det här är personens egna ord. De styr resten av samtalet.</source>
        <translation>These are the person&apos;s own words. They steer the rest of the talk.</translation>
    </message>
    <message>
        <source>Någon nära</source>
        <translation>Somebody close</translation>
    </message>
    <message>
        <source>Vad vi kan erbjuda</source>
        <translation>What we can offer</translation>
    </message>
    <message>
        <source>Ja till nästa steg</source>
        <translation>Yes to the next step</translation>
    </message>
    <message>
        <source>Så här gör vi nu. Är det okej för dig?</source>
        <translation>This is what we do now. Is that all right with you?</translation>
    </message>
    <message>
        <source>Vem får vi prata med om det, och om vad?</source>
        <translation>With whom may we talk about it, and about what?</translation>
    </message>
    <message>
        <source>Utan ett ja händer inget mer än det du har sagt. Ett ja kan tas tillbaka.</source>
        <translation>Without a yes nothing happens beyond what you have said. A yes can be taken back.</translation>
    </message>
</context>
<context>
    <name>GuidedTalkSteps</name>
    <message>
        <source>Stegen i samtalet</source>
        <translation>The steps of the talk</translation>
    </message>
</context>
<context>
    <name>GuidedTalkView</name>
    <message>
        <source>Alla steg</source>
        <translation>All steps</translation>
    </message>
    <message>
        <source>Vid akut fara: ring 112</source>
        <translation>In acute danger: call 112</translation>
    </message>
    <message>
        <source>Kan personen prata ostört?</source>
        <translation>Can the person talk freely?</translation>
    </message>
    <message>
        <source>Barn hemma eller nära?</source>
        <translation>Children at home or near?</translation>
    </message>
    <message>
        <source>Erbjud screening</source>
        <translation>Offer screening</translation>
    </message>
    <message>
        <source>Kort om samtalet</source>
        <translation>The talk in short</translation>
    </message>
    <message>
        <source>Egen önskan</source>
        <translation>Own wish</translation>
    </message>
    <message>
        <source>Med personens egna ord.</source>
        <translation>In the person&apos;s own words.</translation>
    </message>
    <message>
        <source>Får vi höra av oss igen?</source>
        <translation>May we get in touch again?</translation>
    </message>
    <message>
        <source>Någon nära som behöver stöd?</source>
        <translation>Somebody close who needs support?</translation>
    </message>
    <message>
        <source>Boka ett möte</source>
        <translation>Book a meeting</translation>
    </message>
    <message>
        <source>Ja till nästa steg?</source>
        <translation>Yes to the next step?</translation>
    </message>
</context>
<context>
    <name>Handout</name>
    <message>
        <source>Sammanfattning av samtalet</source>
        <translation>Summary of the talk</translation>
    </message>
    <message>
        <source>Det här är ett stöd i samtalet, inte en diagnos.</source>
        <translation>This is support for the talk, not a diagnosis.</translation>
    </message>
    <message>
        <source>Det är frivilligt att prata vidare. Hör av dig till den du talade med om du vill.</source>
        <translation>Going on talking is voluntary. Contact the person you talked to if you want to.</translation>
    </message>
    <message>
        <source>Vid akut fara: ring 112.</source>
        <translation>In acute danger: call 112.</translation>
    </message>
    <message>
        <source>Personen fick en sammanfattning av %1 som fil (%2), på eget ja.</source>
        <translation>The person got a summary of %1 as a file (%2), on their own yes.</translation>
    </message>
    <message>
        <source>Poängen stod med.</source>
        <translation>The points were in it.</translation>
    </message>
</context>
<context>
    <name>HandoverPage</name>
    <message>
        <source>Lämna över till personen</source>
        <translation>Hand over to the person</translation>
    </message>
    <message>
        <source>Tillbaka från personen</source>
        <translation>Back from the person</translation>
    </message>
    <message>
        <source>Avbryt</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>Tillbaka</source>
        <translation>Back</translation>
    </message>
    <message>
        <source>Dölj nu</source>
        <translation>Hide now</translation>
    </message>
    <message>
        <source>Hjälp</source>
        <translation>Help</translation>
    </message>
</context>
<context>
    <name>HandoverPerson</name>
    <message>
        <source>Tack! Lämna tillbaka surfplattan.</source>
        <translation>Thank you! Hand the tablet back.</translation>
    </message>
    <message>
        <source>Hej!</source>
        <translation>Hello!</translation>
    </message>
    <message>
        <source>Börja</source>
        <translation>Begin</translation>
    </message>
    <message>
        <source>Textstorlek</source>
        <translation>Text size</translation>
    </message>
    <message>
        <source>Språk</source>
        <translation>Language</translation>
    </message>
    <message>
        <source>Ta tillbaka surfplattan</source>
        <translation>Take the tablet back</translation>
    </message>
    <message>
        <source>Den som gav dig surfplattan kan se det du har svarat, också om du slutar.</source>
        <translation>The person who gave you the tablet can see what you have answered, also if you stop.</translation>
    </message>
</context>
<context>
    <name>HandoverPrepare</name>
    <message>
        <source>Personen svarar själv. Surfplattan visar bara frågorna: inget namn, ingen akt, ingen poäng. Du tar tillbaka den med din kod.</source>
        <translation>The person answers alone. The tablet shows the questions and nothing else: no name, no file, no points. You take it back with your code.</translation>
    </message>
    <message>
        <source>Språk</source>
        <translation>Language</translation>
    </message>
    <message>
        <source>Textstorlek</source>
        <translation>Text size</translation>
    </message>
    <message>
        <source>Personen kan ändra språk och storlek själv.</source>
        <translation>The person can change language and size.</translation>
    </message>
    <message>
        <source>Säg vad svaren används till, och att du ser dem efteråt.</source>
        <translation>Say what the answers are for, and that you see them afterwards.</translation>
    </message>
    <message>
        <source>Lämna över</source>
        <translation>Hand over</translation>
    </message>
</context>
<context>
    <name>HandoverReturned</name>
    <message>
        <source>Fråga personen först: vill du att vi tittar på vad svaren säger?</source>
        <translation>Ask the person first: shall we look at what the answers say?</translation>
    </message>
    <message>
        <source>Visa resultatet</source>
        <translation>Show the result</translation>
    </message>
    <message>
        <source>Fortsätt som samtal</source>
        <translation>Go on as a talk</translation>
    </message>
    <message>
        <source>Lämna över igen</source>
        <translation>Hand over again</translation>
    </message>
    <message>
        <source>Inte nu</source>
        <translation>Not now</translation>
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
    <name>IdentityProblem</name>
    <message>
        <source>Skriv numret med tio eller tolv siffror.</source>
        <translation>Write the number with ten or twelve digits.</translation>
    </message>
    <message>
        <source>Datumet i numret finns inte. Läs det en gång till.</source>
        <translation>The date in the number does not exist. Read it once more.</translation>
    </message>
    <message>
        <source>Kontrollsiffran stämmer inte. Läs siffrorna en gång till.</source>
        <translation>The check digit doesn&apos;t match. Read the digits once more.</translation>
    </message>
</context>
<context>
    <name>InterviewEnd</name>
    <message>
        <source>Ändra</source>
        <translation>Change</translation>
    </message>
    <message>
        <source>Ändra, %1</source>
        <translation>Change, %1</translation>
    </message>
    <message>
        <source>Sparat här</source>
        <translation>Saved here</translation>
    </message>
    <message>
        <source>Klar</source>
        <translation>Done</translation>
    </message>
    <message>
        <source>Fråga det som saknas</source>
        <translation>Ask what is missing</translation>
    </message>
    <message>
        <source>Skattningar efter samtalet</source>
        <translation>Ratings after the talk</translation>
    </message>
    <message>
        <source>Gör dem senare</source>
        <translation>Do them later</translation>
    </message>
    <message>
        <source>Visa svaren hittills</source>
        <translation>Show the answers so far</translation>
    </message>
</context>
<context>
    <name>InterviewPage</name>
    <message>
        <source>Pausa</source>
        <translation>Pause</translation>
    </message>
    <message>
        <source>Hjälp</source>
        <translation>Help</translation>
    </message>
    <message>
        <source>Dölj nu</source>
        <translation>Hide now</translation>
    </message>
    <message>
        <source>Någon kom in: låser och visar en sida som vem som helst får se</source>
        <translation>Somebody came in: locks and shows a page that anybody may see</translation>
    </message>
    <message>
        <source>Fler val</source>
        <translation>More choices</translation>
    </message>
    <message>
        <source>Tillbaka</source>
        <translation>Back</translation>
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
    <name>LetterActions</name>
    <message>
        <source>Det här saknas i kommunens profil</source>
        <translation>This is missing in the municipality&apos;s profile</translation>
    </message>
    <message>
        <source>Enhet som brevet kommer från</source>
        <translation>Unit that the letter comes from</translation>
    </message>
    <message>
        <source>Nummer att ringa</source>
        <translation>Number to call</translation>
    </message>
    <message>
        <source>Spara som PDF</source>
        <translation>Save as PDF</translation>
    </message>
    <message>
        <source>Brevet är skickat</source>
        <translation>The letter was sent</translation>
    </message>
    <message>
        <source>Vänta med brevet</source>
        <translation>Wait with the letter</translation>
    </message>
    <message>
        <source>Varför ska det vänta?</source>
        <translation>Why should it wait?</translation>
    </message>
    <message>
        <source>Hur gick det?</source>
        <translation>How did it go?</translation>
    </message>
    <message>
        <source>Vilken dag?</source>
        <translation>Which day?</translation>
    </message>
    <message>
        <source>Mer om varför (frivilligt)</source>
        <translation>More about why (optional)</translation>
    </message>
    <message>
        <source>Avbryt</source>
        <translation>Cancel</translation>
    </message>
</context>
<context>
    <name>LetterPage</name>
    <message>
        <source>Brev</source>
        <translation>Letter</translation>
    </message>
    <message>
        <source>Sparar …</source>
        <translation>Saving …</translation>
    </message>
    <message>
        <source>Spara</source>
        <translation>Save</translation>
    </message>
    <message>
        <source>Stäng</source>
        <translation>Close</translation>
    </message>
    <message>
        <source>Det här talar mot brevet</source>
        <translation>This speaks against the letter</translation>
    </message>
    <message>
        <source>Så ser brevet ut</source>
        <translation>This is how the letter looks</translation>
    </message>
    <message>
        <source>Öppna uppföljningen</source>
        <translation>Open the follow-up</translation>
    </message>
    <message>
        <source>Öppna personen</source>
        <translation>Open the person</translation>
    </message>
    <message>
        <source>Brevet som fil</source>
        <translation>The letter as a file</translation>
    </message>
    <message>
        <source>Jag skriver ut filen och tar sedan bort den</source>
        <translation>I print the file and then remove it</translation>
    </message>
    <message>
        <source>Skriv ut, och säg sedan här att brevet är skickat.</source>
        <translation>Print it, and then say here that the letter was sent.</translation>
    </message>
</context>
<context>
    <name>LettersPage</name>
    <message>
        <source>Brev att skicka</source>
        <translation>Letters to send</translation>
    </message>
    <message>
        <source>Stäng</source>
        <translation>Close</translation>
    </message>
    <message>
        <source>Inga brev väntar. Ett brev kommer hit när en rapport behöver ett, eller när du ber om det.</source>
        <translation>No letters wait. A letter comes here when a report needs one, or when you ask for it.</translation>
    </message>
    <message>
        <source>Väntar på dig</source>
        <translation>Waiting for you</translation>
    </message>
    <message>
        <source>Att be om</source>
        <translation>To ask for</translation>
    </message>
    <message>
        <source>Redo att skickas</source>
        <translation>Ready to be sent</translation>
    </message>
    <message>
        <source>Skickade de senaste två veckorna</source>
        <translation>Sent in the last two weeks</translation>
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
    <name>LobAskView</name>
    <message>
        <source>Vilket språk?</source>
        <translation>Which language?</translation>
    </message>
    <message>
        <source>Får vi höra av oss igen?</source>
        <translation>May we get in touch again?</translation>
    </message>
    <message>
        <source>När får vi höra av oss?</source>
        <translation>When may we be in touch?</translation>
    </message>
</context>
<context>
    <name>LobCallView</name>
    <message>
        <source>Fler …</source>
        <translation>More …</translation>
    </message>
    <message>
        <source>Brev</source>
        <translation>Letter</translation>
    </message>
    <message>
        <source>Be om brevet</source>
        <translation>Ask for the letter</translation>
    </message>
    <message>
        <source>Avsluta</source>
        <translation>Finish</translation>
    </message>
    <message>
        <source>Avsluta utan kontakt</source>
        <translation>Finish without contact</translation>
    </message>
    <message>
        <source>Den här enheten kan inte ringa. Slå numret på telefonen.</source>
        <translation>This device cannot call. Dial the number on your phone.</translation>
    </message>
    <message>
        <source>Vem talar jag med?</source>
        <translation>Who am I talking to?</translation>
    </message>
    <message>
        <source>Hur gick det annars?</source>
        <translation>Or how did it go?</translation>
    </message>
    <message>
        <source>Skicka sms</source>
        <translation>Send a text message</translation>
    </message>
    <message>
        <source>Öppna brevet</source>
        <translation>Open the letter</translation>
    </message>
</context>
<context>
    <name>LobCloseView</name>
    <message>
        <source>Alla försök är gjorda utan kontakt. Oron slutar inte för det: skriv varför det avslutas nu.</source>
        <translation>All tries have been made without contact. That does not end the worry: write why it is closed now.</translation>
    </message>
    <message>
        <source>Skäl</source>
        <translation>Reason</translation>
    </message>
</context>
<context>
    <name>LobContactPage</name>
    <message>
        <source>Dölj nu</source>
        <translation>Hide now</translation>
    </message>
    <message>
        <source>Visa rapporten</source>
        <translation>Show the report</translation>
    </message>
    <message>
        <source>Notera</source>
        <translation>Note</translation>
    </message>
    <message>
        <source>Spara</source>
        <translation>Save</translation>
    </message>
    <message>
        <source>Sparar …</source>
        <translation>Saving …</translation>
    </message>
    <message>
        <source>Boka</source>
        <translation>Book</translation>
    </message>
    <message>
        <source>Föregående</source>
        <translation>Previous</translation>
    </message>
    <message>
        <source>Nästa</source>
        <translation>Next</translation>
    </message>
    <message>
        <source>Till samtalet</source>
        <translation>To the talk</translation>
    </message>
    <message>
        <source>Avsluta och spara</source>
        <translation>Finish and save</translation>
    </message>
    <message>
        <source>Avsluta</source>
        <translation>Finish</translation>
    </message>
    <message>
        <source>Nästa i listan</source>
        <translation>Next in the list</translation>
    </message>
    <message>
        <source>Klar</source>
        <translation>Done</translation>
    </message>
    <message>
        <source>Stäng</source>
        <translation>Close</translation>
    </message>
    <message>
        <source>Notera som skickat</source>
        <translation>Note as sent</translation>
    </message>
    <message>
        <source>Någon kom in: låser och visar en sida som vem som helst får se</source>
        <translation>Somebody came in: locks and shows a page that anybody may see</translation>
    </message>
</context>
<context>
    <name>LobLaterView</name>
    <message>
        <source>När passar det?</source>
        <translation>When does it suit?</translation>
    </message>
</context>
<context>
    <name>LobOtherView</name>
    <message>
        <source>Personen kom till telefonen</source>
        <translation>The person came to the phone</translation>
    </message>
    <message>
        <source>När går det att nå personen?</source>
        <translation>When can the person be reached?</translation>
    </message>
    <message>
        <source>Får vara tomt: då bokas nästa försök.</source>
        <translation>May be left empty: then the next try is booked.</translation>
    </message>
    <message>
        <source>Kort om försöket</source>
        <translation>Briefly about the try</translation>
    </message>
</context>
<context>
    <name>LobSheetFields</name>
    <message>
        <source>Står det på bladet att uppgifterna är skyddade: skriv inte in det. Lämna det till kontoret.</source>
        <translation>If the sheet says that the details are protected: do not type it in. Hand it to the office.</translation>
    </message>
    <message>
        <source>Bladets nummer</source>
        <translation>Number of the sheet</translation>
    </message>
    <message>
        <source>Vad är det för uppgift?</source>
        <translation>What kind of report is it?</translation>
    </message>
    <message>
        <source>När var omhändertagandet?</source>
        <translation>When was the person taken in?</translation>
    </message>
    <message>
        <source>Förnamn</source>
        <translation>Given name</translation>
    </message>
    <message>
        <source>Efternamn</source>
        <translation>Family name</translation>
    </message>
    <message>
        <source>Personnummer eller samordningsnummer</source>
        <translation>Personal or coordination number</translation>
    </message>
    <message>
        <source>Tomt om polisen inte vet vem det är.</source>
        <translation>Empty if the police do not know who it is.</translation>
    </message>
    <message>
        <source>Telefon</source>
        <translation>Phone</translation>
    </message>
    <message>
        <source>Barn med, eller hemma?</source>
        <translation>Children there, or at home?</translation>
    </message>
    <message>
        <source>Ta bort utkastet</source>
        <translation>Remove the draft</translation>
    </message>
    <message>
        <source>Bladets nummer och tiden behövs. Resten får vara tomt och fylls i när polisens fil läses in.</source>
        <translation>The sheet&apos;s number and the time are needed. The rest may be empty and is filled in when the police&apos;s file is read in.</translation>
    </message>
    <message>
        <source>Tecken på fara?</source>
        <translation>Signs of danger?</translation>
    </message>
    <message>
        <source>Till exempel svår skada eller förgiftning, tankar på att inte vilja leva, eller fara för någon annan.</source>
        <translation>Such as a serious injury or poisoning, thoughts of not wanting to live, or danger to somebody else.</translation>
    </message>
    <message>
        <source>Undersökt av läkare?</source>
        <translation>Seen by a physician?</translation>
    </message>
    <message>
        <source>Våld eller hot på bladet</source>
        <translation>Violence or threat on the sheet</translation>
    </message>
    <message>
        <source>Våld eller hot?</source>
        <translation>Violence or threat?</translation>
    </message>
    <message>
        <source>När kom bladet in?</source>
        <translation>When did the sheet come in?</translation>
    </message>
    <message>
        <source>Tiderna för att höra av sig räknas härifrån.</source>
        <translation>The times for getting in touch run from then.</translation>
    </message>
</context>
<context>
    <name>LobSheetPage</name>
    <message>
        <source>LOB-blad</source>
        <translation>LOB sheet</translation>
    </message>
    <message>
        <source>Stäng</source>
        <translation>Close</translation>
    </message>
    <message>
        <source>Öppna akten</source>
        <translation>Open the file</translation>
    </message>
    <message>
        <source>Klar</source>
        <translation>Done</translation>
    </message>
    <message>
        <source>Spara</source>
        <translation>Save</translation>
    </message>
    <message>
        <source>Sparar …</source>
        <translation>Saving …</translation>
    </message>
</context>
<context>
    <name>LobTextView</name>
    <message>
        <source>Vilket meddelande?</source>
        <translation>Which message?</translation>
    </message>
    <message>
        <source>Numret som personen kan svara på</source>
        <translation>The number that the person can answer to</translation>
    </message>
    <message>
        <source>Meddelandet</source>
        <translation>The message</translation>
    </message>
    <message>
        <source>Nämn varken enheten, LOB eller skälet.</source>
        <translation>Mention neither the unit, LOB nor the reason.</translation>
    </message>
    <message>
        <source>Öppna sms-appen</source>
        <translation>Open the message app</translation>
    </message>
    <message>
        <source>Fältakt skickar inget själv. Notera när meddelandet har gått.</source>
        <translation>Fältakt sends nothing itself. Note when the message has gone.</translation>
    </message>
    <message>
        <source>Den här enheten kan inte skicka sms. Skriv det på telefonen, och notera när det har gått.</source>
        <translation>This device cannot send text messages. Write it on the phone, and note when it has gone.</translation>
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
    <message>
        <source>Hjälp</source>
        <translation>Help</translation>
    </message>
</context>
<context>
    <name>MergeSheet</name>
    <message>
        <source>Samma person finns i en annan akt</source>
        <translation>The same person is in another file</translation>
    </message>
    <message>
        <source>Det som står i den andra akten visas här: tidslinje, nästa steg och svar. Ingenting i någon av dem ändras, och de kan tas isär igen.</source>
        <translation>What stands in the other file is shown here: timeline, next steps and answers. Nothing in either of them changes, and they can be taken apart again.</translation>
    </message>
    <message>
        <source>Visa som en</source>
        <translation>Show as one</translation>
    </message>
</context>
<context>
    <name>MetTodayFields</name>
    <message>
        <source>Sök namn eller nummer</source>
        <translation>Search name or number</translation>
    </message>
    <message>
        <source>Inga personer på enheten än.</source>
        <translation>No people on the device yet.</translation>
    </message>
    <message>
        <source>Visa fler</source>
        <translation>Show more</translation>
    </message>
    <message>
        <source>En rad för alla (frivilligt)</source>
        <translation>One line for all (optional)</translation>
    </message>
    <message>
        <source>Den står hos var och en. Skriv inget om de andra.</source>
        <translation>It stands with each of them. Write nothing about the others.</translation>
    </message>
    <message>
        <source>Var?</source>
        <translation>Where?</translation>
    </message>
    <message>
        <source>Ändra</source>
        <translation>Change</translation>
    </message>
    <message>
        <source>Ändra, när ni träffades</source>
        <translation>Change, when you met</translation>
    </message>
    <message>
        <source>Ta bort utkastet</source>
        <translation>Remove the draft</translation>
    </message>
</context>
<context>
    <name>MetTodayPage</name>
    <message>
        <source>Träffat i dag</source>
        <translation>Met today</translation>
    </message>
    <message>
        <source>Stäng</source>
        <translation>Close</translation>
    </message>
    <message>
        <source>Klar</source>
        <translation>Done</translation>
    </message>
    <message>
        <source>Ge kontaktkort</source>
        <translation>Give a contact card</translation>
    </message>
</context>
<context>
    <name>MisfiledLook</name>
    <message>
        <source>en kollega</source>
        <translation>a colleague</translation>
    </message>
    <message>
        <source>Hör till något som är flyttat till en annan akt</source>
        <translation>Belongs to something that was moved to another file</translation>
    </message>
    <message>
        <source>Förd på fel person %1</source>
        <translation>In the wrong person&apos;s file %1</translation>
    </message>
    <message>
        <source>Förd på fel person, enligt %1 %2</source>
        <translation>In the wrong person&apos;s file, according to %1 %2</translation>
    </message>
    <message>
        <source>Flyttad från en annan akt %1 av %2.</source>
        <translation>Moved from another file %1 by %2.</translation>
    </message>
    <message>
        <source>Skrevs %1 av %2.</source>
        <translation>Written %1 by %2.</translation>
    </message>
    <message>
        <source>Signerades där %1 av %2. Signaturen gäller inte här: den som skrev läser igenom och signerar på nytt.</source>
        <translation>Signed there %1 by %2. The signature does not count here: whoever wrote it reads it through and signs anew.</translation>
    </message>
</context>
<context>
    <name>MisfiledMark</name>
    <message>
        <source>Det som stod här gäller inte den här personen och visas inte i akten.</source>
        <translation>What stood here is not about this person and is not shown in the file.</translation>
    </message>
    <message>
        <source>Flytta det som kom till efteråt</source>
        <translation>Move what came afterwards</translation>
    </message>
</context>
<context>
    <name>MisfiledSheet</name>
    <message>
        <source>Förd på fel person</source>
        <translation>In the wrong person&apos;s file</translation>
    </message>
    <message>
        <source>Vem gäller det?</source>
        <translation>Who is it about?</translation>
    </message>
    <message>
        <source>Flyttas till %1</source>
        <translation>Moves to %1</translation>
    </message>
    <message>
        <source>Flytta</source>
        <translation>Move</translation>
    </message>
    <message>
        <source>Flyttar …</source>
        <translation>Moving …</translation>
    </message>
    <message>
        <source>Bara akter på din enhet som det går att skriva i kan väljas.</source>
        <translation>Only files on your device that can be written in can be chosen.</translation>
    </message>
    <message>
        <source>Öppna</source>
        <translation>Open</translation>
    </message>
</context>
<context>
    <name>MomentFields</name>
    <message>
        <source>Dag</source>
        <translation>Day</translation>
    </message>
    <message>
        <source>Datum</source>
        <translation>Date</translation>
    </message>
    <message>
        <source>Skriv som 2026-10-23 eller 23/10.</source>
        <translation>Write it as 2026-10-23 or 23/10.</translation>
    </message>
    <message>
        <source>Tid</source>
        <translation>Time</translation>
    </message>
    <message>
        <source>Klockslag</source>
        <translation>Time of day</translation>
    </message>
    <message>
        <source>Skriv som 16:30.</source>
        <translation>Write it as 16:30.</translation>
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
    <message>
        <source>Dölj, lås, byt användare, hög kontrast</source>
        <translation>Hide, lock, switch user, high contrast</translation>
    </message>
    <message>
        <source>Kommunens profil</source>
        <translation>The municipality&apos;s profile</translation>
    </message>
    <message>
        <source>Min vecka</source>
        <translation>My week</translation>
    </message>
    <message>
        <source>Hur mycket du har gjort, i siffror</source>
        <translation>How much you have done, in figures</translation>
    </message>
    <message>
        <source>Ersättare</source>
        <translation>Deputies</translation>
    </message>
    <message>
        <source>Vem som tar hand om dina ärenden när du är borta</source>
        <translation>Who takes care of your matters while you are away</translation>
    </message>
    <message>
        <source>Brev att skicka</source>
        <translation>Letters to send</translation>
    </message>
    <message>
        <source>Vilka som väntar och vilka som har gått</source>
        <translation>Which ones wait and which have gone</translation>
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
    <name>NewPersonPage</name>
    <message>
        <source>Ny person</source>
        <translation>New person</translation>
    </message>
    <message>
        <source>Förnamn</source>
        <translation>Given name</translation>
    </message>
    <message>
        <source>Efternamn</source>
        <translation>Family name</translation>
    </message>
    <message>
        <source>Personnummer eller samordningsnummer</source>
        <translation>Personal or coordination number</translation>
    </message>
    <message>
        <source>Spara obekräftat</source>
        <translation>Save unconfirmed</translation>
    </message>
    <message>
        <source>Tillfälligt nummer</source>
        <translation>Temporary number</translation>
    </message>
    <message>
        <source>För den som inte vill eller kan säga vem hen är.</source>
        <translation>For someone who does not want to or cannot say who they are.</translation>
    </message>
    <message>
        <source>Telefon</source>
        <translation>Phone</translation>
    </message>
    <message>
        <source>Tolk</source>
        <translation>Interpreter</translation>
    </message>
    <message>
        <source>Skapa</source>
        <translation>Create</translation>
    </message>
    <message>
        <source>Sparar …</source>
        <translation>Saving …</translation>
    </message>
    <message>
        <source>Ta bort utkastet</source>
        <translation>Remove the draft</translation>
    </message>
    <message>
        <source>Skapa ändå</source>
        <translation>Make it all the same</translation>
    </message>
</context>
<context>
    <name>NewSheet</name>
    <message>
        <source>Nytt</source>
        <translation>New</translation>
    </message>
    <message>
        <source>Nytt %1</source>
        <translation>New %1</translation>
    </message>
    <message>
        <source>Kontakt</source>
        <translation>Contact</translation>
    </message>
    <message>
        <source>Anteckning</source>
        <translation>Note</translation>
    </message>
    <message>
        <source>Frågor</source>
        <translation>Questions</translation>
    </message>
    <message>
        <source>Alla formulär</source>
        <translation>All forms</translation>
    </message>
    <message>
        <source>Räknare</source>
        <translation>Counter</translation>
    </message>
    <message>
        <source>Också</source>
        <translation>Also</translation>
    </message>
    <message>
        <source>Anhörig ringer</source>
        <translation>A relative calls</translation>
    </message>
    <message>
        <source>Träffat i dag</source>
        <translation>Met today</translation>
    </message>
    <message>
        <source>Flera personer på en gång</source>
        <translation>Several people at once</translation>
    </message>
    <message>
        <source>Checka in inför besök</source>
        <translation>Check in before a visit</translation>
    </message>
    <message>
        <source>I akten</source>
        <translation>In the file</translation>
    </message>
    <message>
        <source>Alla blanketter i akten</source>
        <translation>All forms of the file</translation>
    </message>
    <message>
        <source>LOB-blad</source>
        <translation>LOB sheet</translation>
    </message>
    <message>
        <source>Som kom på papper</source>
        <translation>That came on paper</translation>
    </message>
    <message>
        <source>Ge kontaktkort</source>
        <translation>Give a contact card</translation>
    </message>
    <message>
        <source>Personen skannar med sin mobil</source>
        <translation>The person scans it with a phone</translation>
    </message>
</context>
<context>
    <name>NextSteps</name>
    <message>
        <source>Nästa steg</source>
        <translation>Next step</translation>
    </message>
    <message>
        <source>Inget är planerat.</source>
        <translation>Nothing is planned.</translation>
    </message>
    <message>
        <source>%1. Varför? %2</source>
        <translation>%1. Why? %2</translation>
    </message>
    <message>
        <source>Ny uppgift</source>
        <translation>New task</translation>
    </message>
    <message>
        <source>Boka nästa</source>
        <translation>Book next</translation>
    </message>
</context>
<context>
    <name>NoteFields</name>
    <message>
        <source>Byt</source>
        <translation>Change</translation>
    </message>
    <message>
        <source>Byt person</source>
        <translation>Change person</translation>
    </message>
    <message>
        <source>Vad hände?</source>
        <translation>What happened?</translation>
    </message>
    <message>
        <source>Ändra</source>
        <translation>Change</translation>
    </message>
    <message>
        <source>Ändra, när det hände</source>
        <translation>Change, when it happened</translation>
    </message>
    <message>
        <source>Din bedömning (frivilligt)</source>
        <translation>Your assessment (optional)</translation>
    </message>
    <message>
        <source>Personen ser det annorlunda</source>
        <translation>The person sees it differently</translation>
    </message>
    <message>
        <source>Så ser personen det</source>
        <translation>How the person sees it</translation>
    </message>
    <message>
        <source>Det du skriver sparas här medan du skriver. En anteckning utan person väntar på I dag.</source>
        <translation>What you write is saved here as you write. A note without a person waits on Today.</translation>
    </message>
    <message>
        <source>Ta bort utkastet</source>
        <translation>Remove the draft</translation>
    </message>
    <message>
        <source>Bekräfta aldrig att vi känner personen. Vem det gäller väljer du när du sparar.</source>
        <translation>Never confirm that we know the person. Whom it is about you choose when you save.</translation>
    </message>
    <message>
        <source>Vem berättar? (frivilligt)</source>
        <translation>Who tells it? (optional)</translation>
    </message>
    <message>
        <source>Visas aldrig för personen i läsvyn.</source>
        <translation>Never shown to the person in the reading view.</translation>
    </message>
    <message>
        <source>Börja med rubriker (frivilligt)</source>
        <translation>Begin with headings (optional)</translation>
    </message>
</context>
<context>
    <name>NotePage</name>
    <message>
        <source>Stäng</source>
        <translation>Close</translation>
    </message>
    <message>
        <source>Tillbaka till texten</source>
        <translation>Back to the text</translation>
    </message>
    <message>
        <source>Signera och lås</source>
        <translation>Sign and lock</translation>
    </message>
    <message>
        <source>Klar</source>
        <translation>Done</translation>
    </message>
</context>
<context>
    <name>NoteSheet</name>
    <message>
        <source>Anteckning till frågan</source>
        <translation>Note on the question</translation>
    </message>
    <message>
        <source>Klar</source>
        <translation>Done</translation>
    </message>
    <message>
        <source>Vad vill du komma ihåg?</source>
        <translation>What do you want to remember?</translation>
    </message>
</context>
<context>
    <name>Notices</name>
    <message>
        <source>Utbildning</source>
        <translation>Training</translation>
    </message>
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
    <message>
        <source>Fortsätt</source>
        <translation>Go on</translation>
    </message>
</context>
<context>
    <name>OlderRecordsSheet</name>
    <message>
        <source>Hämta äldre anteckningar</source>
        <translation>Get older notes</translation>
    </message>
    <message>
        <source>Enheten har det som gäller nu och det senaste året. Varför behöver du det äldre? Skälet loggas hos servern.</source>
        <translation>The device has what is in force and the last year. Why do you need what is older? The reason is logged at the server.</translation>
    </message>
    <message>
        <source>Skäl</source>
        <translation>Reason</translation>
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
    <name>OverviewView</name>
    <message>
        <source>Svaren hittills</source>
        <translation>The answers so far</translation>
    </message>
    <message>
        <source>Tillbaka till frågorna</source>
        <translation>Back to the questions</translation>
    </message>
    <message>
        <source>Förd på fel person</source>
        <translation>In the wrong person&apos;s file</translation>
    </message>
</context>
<context>
    <name>PackGroup</name>
    <message>
        <source>Innehållspaket</source>
        <translation>Content packs</translation>
    </message>
    <message>
        <source>Utgivarens kod</source>
        <translation>The publisher&apos;s code</translation>
    </message>
    <message>
        <source>Står i brevet från utgivaren. Skriv den bara om brevet kom till er på ett säkert sätt.</source>
        <translation>It stands in the publisher&apos;s letter. Type it only if the letter reached you in a safe way.</translation>
    </message>
    <message>
        <source>Lita på utgivaren</source>
        <translation>Trust the publisher</translation>
    </message>
</context>
<context>
    <name>PageHeader</name>
    <message>
        <source>Tillbaka</source>
        <translation>Back</translation>
    </message>
    <message>
        <source>%1. Dölj varför</source>
        <translation>%1. Hide why</translation>
    </message>
    <message>
        <source>%1. Varför?</source>
        <translation>%1. Why?</translation>
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
    <name>PeopleHeader</name>
    <message>
        <source>Ny person</source>
        <translation>New person</translation>
    </message>
    <message>
        <source>Vems</source>
        <translation>Whose</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>Sortera</source>
        <translation>Sort</translation>
    </message>
</context>
<context>
    <name>PeoplePage</name>
    <message>
        <source>Personer</source>
        <translation>People</translation>
    </message>
    <message>
        <source>Ny person</source>
        <translation>New person</translation>
    </message>
    <message>
        <source>Sök namn eller nummer</source>
        <translation>Search name or number</translation>
    </message>
</context>
<context>
    <name>PersonBeside</name>
    <message>
        <source>Kontakt</source>
        <translation>Contact</translation>
    </message>
    <message>
        <source>Aldrig röstbrevlåda</source>
        <translation>Never voicemail</translation>
    </message>
</context>
<context>
    <name>PersonBody</name>
    <message>
        <source>Hämta</source>
        <translation>Get</translation>
    </message>
</context>
<context>
    <name>PersonCardTab</name>
    <message>
        <source>Kontaktvägar</source>
        <translation>Contact ways</translation>
    </message>
    <message>
        <source>Ingen kontaktväg är noterad.</source>
        <translation>No contact way is noted.</translation>
    </message>
    <message>
        <source>Ändra</source>
        <translation>Change</translation>
    </message>
    <message>
        <source>Aldrig röstbrevlåda</source>
        <translation>Never voicemail</translation>
    </message>
    <message>
        <source>Lägg till kontaktväg</source>
        <translation>Add a contact way</translation>
    </message>
    <message>
        <source>Uppgifter</source>
        <translation>Details</translation>
    </message>
    <message>
        <source>Visa rapporten</source>
        <translation>Show the report</translation>
    </message>
    <message>
        <source>Att tänka på</source>
        <translation>To keep in mind</translation>
    </message>
    <message>
        <source>Inget är noterat.</source>
        <translation>Nothing is noted.</translation>
    </message>
    <message>
        <source>Lägg till att tänka på</source>
        <translation>Add to keep in mind</translation>
    </message>
    <message>
        <source>Personer runt omkring</source>
        <translation>People around</translation>
    </message>
    <message>
        <source>Ingen är noterad.</source>
        <translation>Nobody is noted.</translation>
    </message>
    <message>
        <source>Lägg till person runt omkring</source>
        <translation>Add a person around</translation>
    </message>
    <message>
        <source>Andra namn och nummer</source>
        <translation>Other names and numbers</translation>
    </message>
    <message>
        <source>Inga andra namn är noterade.</source>
        <translation>No other names are noted.</translation>
    </message>
    <message>
        <source>Lägg till namn</source>
        <translation>Add a name</translation>
    </message>
    <message>
        <source>Lämna över ärendet</source>
        <translation>Hand over the matter</translation>
    </message>
    <message>
        <source>Öppna ärendet igen</source>
        <translation>Open the matter again</translation>
    </message>
    <message>
        <source>Avsluta ärendet</source>
        <translation>Close the matter</translation>
    </message>
    <message>
        <source>Ersättare</source>
        <translation>Deputies</translation>
    </message>
    <message>
        <source>Flytta ärendet</source>
        <translation>Move the matter</translation>
    </message>
</context>
<context>
    <name>PersonChooserView</name>
    <message>
        <source>Sök namn eller nummer</source>
        <translation>Search name or number</translation>
    </message>
    <message>
        <source>Senast</source>
        <translation>Latest</translation>
    </message>
</context>
<context>
    <name>PersonEntrySheet</name>
    <message>
        <source>Vad ska ordnas?</source>
        <translation>What is to be arranged?</translation>
    </message>
    <message>
        <source>Sorts namn</source>
        <translation>Kind of name</translation>
    </message>
    <message>
        <source>Vem säger det?</source>
        <translation>Who says so?</translation>
    </message>
    <message>
        <source>Namn</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Personen själv, en kollega, ett beslut</source>
        <translation>The person, a colleague, a decision</translation>
    </message>
    <message>
        <source>När ska det ses över?</source>
        <translation>When is it to be looked over?</translation>
    </message>
    <message>
        <source>Gäller inte längre</source>
        <translation>No longer holds</translation>
    </message>
    <message>
        <source>Ta bort namnet</source>
        <translation>Remove the name</translation>
    </message>
    <message>
        <source>Spara</source>
        <translation>Save</translation>
    </message>
</context>
<context>
    <name>PersonFieldSheet</name>
    <message>
        <source>Spara obekräftat</source>
        <translation>Save unconfirmed</translation>
    </message>
    <message>
        <source>Spara</source>
        <translation>Save</translation>
    </message>
</context>
<context>
    <name>PersonGate</name>
    <message>
        <source>Öppna</source>
        <translation>Open</translation>
    </message>
</context>
<context>
    <name>PersonPage</name>
    <message>
        <source>Notera</source>
        <translation>Note</translation>
    </message>
    <message>
        <source>Öppna igen</source>
        <translation>Open again</translation>
    </message>
</context>
<context>
    <name>PersonResultsTab</name>
    <message>
        <source>Ställ frågor</source>
        <translation>Ask questions</translation>
    </message>
    <message>
        <source>Alla svar</source>
        <translation>All answers</translation>
    </message>
</context>
<context>
    <name>PersonText</name>
    <message>
        <source>Dölj poängen</source>
        <translation>Hide the score</translation>
    </message>
    <message>
        <source>Visa poängen</source>
        <translation>Show the score</translation>
    </message>
    <message>
        <source>Ta med som fil</source>
        <translation>Take along as a file</translation>
    </message>
</context>
<context>
    <name>PersonTop</name>
    <message>
        <source>Visa</source>
        <translation>Show</translation>
    </message>
    <message>
        <source>Lägg till foto eller papper</source>
        <translation>Add a photo or paper</translation>
    </message>
    <message>
        <source>Nytt i akten</source>
        <translation>New in the file</translation>
    </message>
    <message>
        <source>Sök i akten</source>
        <translation>Search in the file</translation>
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
    <message>
        <source>Dolt så länge namn är dolda</source>
        <translation>Hidden while names are hidden</translation>
    </message>
    <message>
        <source>Dolt nummer</source>
        <translation>Hidden number</translation>
    </message>
    <message>
        <source>Skyddad uppgift</source>
        <translation>Protected</translation>
    </message>
    <message>
        <source>Teamets akt</source>
        <translation>The team&apos;s file</translation>
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
    <name>ProtectionForms</name>
    <message>
        <source>Fara just nu: ring 112. Annars ringer du barnenheten, andra tider socialjouren. Det som står här når ingen av sig självt: Fältakt skickar ingen anmälan.</source>
        <translation>Danger right now: ring 112. Otherwise you ring the child unit, at other hours social services out of hours. What stands here reaches nobody by itself: Fältakt sends no report.</translation>
    </message>
    <message>
        <source>Så tänkte vi</source>
        <translation>How we thought</translation>
    </message>
    <message>
        <source>Skriv kort hur ni tänkte. Det räcker med en mening.</source>
        <translation>Write briefly how you thought. One sentence is enough.</translation>
    </message>
    <message>
        <source>Vad vill föräldern ha hjälp med?</source>
        <translation>What does the parent want help with?</translation>
    </message>
    <message>
        <source>Vad behövs nu?</source>
        <translation>What is needed now?</translation>
    </message>
    <message>
        <source>När du har sparat finns orosanmälan ett tryck bort.</source>
        <translation>Once you have saved, the report of concern is one press away.</translation>
    </message>
    <message>
        <source>Namn eller hur barnet kallas (frivilligt)</source>
        <translation>Name, or what the child is called (optional)</translation>
    </message>
    <message>
        <source>Ungefär hur gammalt är barnet?</source>
        <translation>About how old is the child?</translation>
    </message>
    <message>
        <source>Bor barnet hos personen?</source>
        <translation>Does the child live with the person?</translation>
    </message>
    <message>
        <source>Finns det en oro för barnet?</source>
        <translation>Is there a worry about the child?</translation>
    </message>
    <message>
        <source>Födelseår (frivilligt)</source>
        <translation>Year of birth (optional)</translation>
    </message>
    <message>
        <source>Annat att veta (frivilligt)</source>
        <translation>Anything else to know (optional)</translation>
    </message>
    <message>
        <source>Finns det barn hemma eller nära?</source>
        <translation>Are there children at home or close by?</translation>
    </message>
    <message>
        <source>Välj ett svar. Resten får vara tomt.</source>
        <translation>Choose an answer. The rest may be empty.</translation>
    </message>
    <message>
        <source>Vad betyder det för barnen? (frivilligt)</source>
        <translation>What does it mean for the children? (optional)</translation>
    </message>
    <message>
        <source>Det som händer nu och det ni planerar, sett från barnen.</source>
        <translation>What happens now and what you plan, seen from the children.</translation>
    </message>
    <message>
        <source>Hur gick det?</source>
        <translation>How did it go?</translation>
    </message>
    <message>
        <source>Välj hur anmälan gjordes, eller att ingen görs.</source>
        <translation>Choose how the report was made, or that none is made.</translation>
    </message>
    <message>
        <source>Varför görs ingen anmälan?</source>
        <translation>Why is no report made?</translation>
    </message>
    <message>
        <source>Skriv varför ingen anmälan görs. Det du har övervägt ska gå att läsa.</source>
        <translation>Write why no report is made. What you have considered is to be read later.</translation>
    </message>
    <message>
        <source>Vem tog emot? (frivilligt)</source>
        <translation>Who received it? (optional)</translation>
    </message>
    <message>
        <source>Vad har du sett eller hört, och när? (frivilligt)</source>
        <translation>What have you seen or heard, and when? (optional)</translation>
    </message>
    <message>
        <source>Det du vet, och av vem. Din bedömning skriver du i en anteckning.</source>
        <translation>What you know, and from whom. Your judgement you write in a note.</translation>
    </message>
    <message>
        <source>Vet vårdnadshavaren om anmälan?</source>
        <translation>Does the guardian know of the report?</translation>
    </message>
    <message>
        <source>Varför inte? (frivilligt)</source>
        <translation>Why not? (optional)</translation>
    </message>
    <message>
        <source>1. Är någon i fara just nu?</source>
        <translation>1. Is anybody in danger right now?</translation>
    </message>
    <message>
        <source>Svara på frågan. Vet inte är också ett svar.</source>
        <translation>Answer the question. Do not know is an answer too.</translation>
    </message>
    <message>
        <source>Ring 112 nu. Resten kan vänta: det du har svarat ligger kvar här.</source>
        <translation>Ring 112 now. The rest can wait: what you have answered stays here.</translation>
    </message>
    <message>
        <source>2. Finns en trygg vuxen som kan skydda i natt?</source>
        <translation>2. Is there a safe adult who can protect tonight?</translation>
    </message>
    <message>
        <source>3. Kan den som hotar eller skadar komma åt?</source>
        <translation>3. Can whoever threatens or harms get there?</translation>
    </message>
    <message>
        <source>4. Behövs vård eller en trygg sovplats i natt?</source>
        <translation>4. Is care or a safe bed needed tonight?</translation>
    </message>
    <message>
        <source>Ring nu. Ingen bedömer behov av skydd ensam, och Fältakt skickar inget larm.</source>
        <translation>Ring now. Nobody judges a need of protection alone, and Fältakt sends no alarm.</translation>
    </message>
    <message>
        <source>Vem fick du tag i?</source>
        <translation>Whom did you reach?</translation>
    </message>
    <message>
        <source>Välj vem du ringde. Svarade ingen ligger det kvar på I dag.</source>
        <translation>Choose whom you rang. If nobody answered it stays on Today.</translation>
    </message>
    <message>
        <source>Namn (frivilligt)</source>
        <translation>Name (optional)</translation>
    </message>
    <message>
        <source>Vad kom ni fram till?</source>
        <translation>What did you decide?</translation>
    </message>
    <message>
        <source>Välj vad ni kom fram till.</source>
        <translation>Choose what you decided.</translation>
    </message>
    <message>
        <source>Kort om läget (frivilligt)</source>
        <translation>Briefly on the situation (optional)</translation>
    </message>
    <message>
        <source>Är personen i fara just nu?</source>
        <translation>Is the person in danger right now?</translation>
    </message>
    <message>
        <source>Svara först på om personen är i fara nu.</source>
        <translation>Answer first whether the person is in danger now.</translation>
    </message>
    <message>
        <source>Ring 112 nu. Stanna hos personen om du kan göra det utan fara för dig.</source>
        <translation>Ring 112 now. Stay with the person if you can do so without danger to yourself.</translation>
    </message>
    <message>
        <source>Vad har personen berättat om? Kryssa det som stämmer.</source>
        <translation>What has the person told of? Tick what is right.</translation>
    </message>
    <message>
        <source>Fysiskt våld</source>
        <translation>Physical violence</translation>
    </message>
    <message>
        <source>Psykiskt våld</source>
        <translation>Psychological violence</translation>
    </message>
    <message>
        <source>Sexuellt våld</source>
        <translation>Sexual violence</translation>
    </message>
    <message>
        <source>Materiellt våld: saker, djur, hem</source>
        <translation>Material violence: things, animals, home</translation>
    </message>
    <message>
        <source>Ekonomiskt våld: pengar, lån, bank-id</source>
        <translation>Economic violence: money, loans, bank identity</translation>
    </message>
    <message>
        <source>Socialt våld: hindras från att träffa andra</source>
        <translation>Social violence: kept from meeting others</translation>
    </message>
    <message>
        <source>Försummelse: får inte den hjälp som behövs</source>
        <translation>Neglect: does not get the help that is needed</translation>
    </message>
    <message>
        <source>Hedersrelaterat våld</source>
        <translation>Honour-related violence</translation>
    </message>
    <message>
        <source>Ta ingen kontakt med släkten, inte heller för att hjälpa. Tolk ska komma från annan ort. Ring socialjouren innan ni bestämmer något.</source>
        <translation>Do not contact the kin, not even to help. An interpreter is to come from another place. Ring social services out of hours before you decide anything.</translation>
    </message>
    <message>
        <source>Med personens egna ord (frivilligt)</source>
        <translation>In the person&apos;s own words (optional)</translation>
    </message>
    <message>
        <source>Syns inte i listor, planer eller utskrifter. Finns det barn: öppna sidan Barn efteråt.</source>
        <translation>Not seen in lists, plans or prints. If there are children: open the page Children afterwards.</translation>
    </message>
    <message>
        <source>Barn</source>
        <translation>Children</translation>
    </message>
    <message>
        <source>Spara barnet</source>
        <translation>Save the child</translation>
    </message>
    <message>
        <source>Barn i familjen</source>
        <translation>Children in the family</translation>
    </message>
    <message>
        <source>Spara svaret</source>
        <translation>Save the answer</translation>
    </message>
    <message>
        <source>Orosanmälan</source>
        <translation>Report of concern</translation>
    </message>
    <message>
        <source>Spara orosanmälan</source>
        <translation>Save the report of concern</translation>
    </message>
    <message>
        <source>Skyddsbedömning</source>
        <translation>Safety check</translation>
    </message>
    <message>
        <source>Spara skyddsbedömningen</source>
        <translation>Save the safety check</translation>
    </message>
    <message>
        <source>Trygghetssamtal</source>
        <translation>Safety talk</translation>
    </message>
    <message>
        <source>Spara samtalet</source>
        <translation>Save the talk</translation>
    </message>
    <message>
        <source>Skriv året med fyra siffror, till exempel %1.</source>
        <translation>Write the year with four digits, for instance %1.</translation>
    </message>
    <message>
        <source>Fyll i något. En ungefärlig ålder räcker.</source>
        <translation>Fill in something. An approximate age is enough.</translation>
    </message>
    <message>
        <source>Ingen anmälan görs</source>
        <translation>No report is made</translation>
    </message>
    <message>
        <source>Beräknad födsel (frivilligt)</source>
        <translation>Expected birth (optional)</translation>
    </message>
    <message>
        <source>År-månad-dag. Då frågar I dag om utredning vid födseln, där riktlinjen vill det.</source>
        <translation>Year-month-day. Then Today asks about an investigation at the birth, where the guideline wants it.</translation>
    </message>
    <message>
        <source>Prövat i dag om utredning ska inledas vid födseln</source>
        <translation>Considered today whether to open an investigation at the birth</translation>
    </message>
    <message>
        <source>Skriv dagen som 2026-03-01.</source>
        <translation>Write the day as 2026-03-01.</translation>
    </message>
    <message>
        <source>Ny oro, utöver den som redan står här</source>
        <translation>A new worry, beside the one that stands here already</translation>
    </message>
</context>
<context>
    <name>ProtectionNumber</name>
    <message>
        <source>Ring %1, %2</source>
        <translation>Ring %1, %2</translation>
    </message>
</context>
<context>
    <name>ProtectionPage</name>
    <message>
        <source>Stäng</source>
        <translation>Close</translation>
    </message>
    <message>
        <source>Öppna samtalet</source>
        <translation>Open the talk</translation>
    </message>
    <message>
        <source>Klar</source>
        <translation>Done</translation>
    </message>
    <message>
        <source>Det du svarar sparas här medan du skriver och ligger kvar på I dag. Inget skickas av sig självt till någon.</source>
        <translation>What you answer is saved here while you write and stays on Today. Nothing is sent to anybody by itself.</translation>
    </message>
    <message>
        <source>Ta bort utkastet</source>
        <translation>Remove the draft</translation>
    </message>
    <message>
        <source>Dölj nu</source>
        <translation>Hide now</translation>
    </message>
    <message>
        <source>Någon kom in: låser och visar en sida som vem som helst får se</source>
        <translation>Somebody came in: locks and shows a page that anybody may see</translation>
    </message>
    <message>
        <source>Öppna bara när ni är ensamma och ingen annan kan läsa eller höra.</source>
        <translation>Open only when you are alone and nobody else can read or hear.</translation>
    </message>
    <message>
        <source>Förd på fel person</source>
        <translation>In the wrong person&apos;s file</translation>
    </message>
</context>
<context>
    <name>QuestionArea</name>
    <message>
        <source>Försök igen</source>
        <translation>Try again</translation>
    </message>
</context>
<context>
    <name>QuestionBar</name>
    <message>
        <source>Notera</source>
        <translation>Note</translation>
    </message>
    <message>
        <source>Vill inte svara</source>
        <translation>Prefer not to answer</translation>
    </message>
    <message>
        <source>vald</source>
        <translation>selected</translation>
    </message>
    <message>
        <source>Vet inte</source>
        <translation>Don&apos;t know</translation>
    </message>
    <message>
        <source>Inte aktuellt</source>
        <translation>Not relevant</translation>
    </message>
</context>
<context>
    <name>QuestionHead</name>
    <message>
        <source>Försök igen</source>
        <translation>Try again</translation>
    </message>
    <message>
        <source>Det som styr skattningen</source>
        <translation>What steers the rating</translation>
    </message>
    <message>
        <source>Läs upp</source>
        <translation>Read aloud</translation>
    </message>
    <message>
        <source>Läs upp frågan och svaren</source>
        <translation>Read aloud the question and the answers</translation>
    </message>
</context>
<context>
    <name>QuestionWords</name>
    <message>
        <source>Vill inte svara</source>
        <translation>Prefer not to answer</translation>
    </message>
    <message>
        <source>Vet inte</source>
        <translation>Don&apos;t know</translation>
    </message>
    <message>
        <source>Fråga %1 av %2</source>
        <translation>Question %1 of %2</translation>
    </message>
    <message numerus="yes">
        <source>%n frågor till kommer.</source>
        <translation>
            <numerusform>%n more question comes.</numerusform>
            <numerusform>%n more questions come.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n frågor faller bort.</source>
        <translation>
            <numerusform>%n question falls away.</numerusform>
            <numerusform>%n questions fall away.</numerusform>
        </translation>
    </message>
    <message>
        <source>inget svar än</source>
        <translation>no answer yet</translation>
    </message>
    <message>
        <source>Fråga %1: %2</source>
        <translation>Question %1: %2</translation>
    </message>
    <message numerus="yes">
        <source>%n svar saknas.</source>
        <translation>
            <numerusform>%n answer missing.</numerusform>
            <numerusform>%n answers missing.</numerusform>
        </translation>
    </message>
    <message>
        <source>Inget av dem</source>
        <translation>None of them</translation>
    </message>
    <message>
        <source>Ja</source>
        <translation>Yes</translation>
    </message>
    <message>
        <source>Nej</source>
        <translation>No</translation>
    </message>
    <message>
        <source>Inte aktuellt</source>
        <translation>Not relevant</translation>
    </message>
    <message>
        <source>Tänk på hela livet.</source>
        <translation>Think of your whole life.</translation>
    </message>
    <message>
        <source>Tänk på de senaste 30 dagarna.</source>
        <translation>Think of the last 30 days.</translation>
    </message>
    <message>
        <source>Tänk på de senaste sex månaderna.</source>
        <translation>Think of the last six months.</translation>
    </message>
    <message>
        <source>Tänk på de senaste 12 månaderna.</source>
        <translation>Think of the last 12 months.</translation>
    </message>
    <message>
        <source>Tänk på de senaste tre åren.</source>
        <translation>Think of the last three years.</translation>
    </message>
    <message>
        <source>Tänk på tiden sedan förra intervjun.</source>
        <translation>Think of the time since the last interview.</translation>
    </message>
    <message>
        <source>Egen formulering, inte den officiella texten</source>
        <translation>Own wording, not the official text</translation>
    </message>
    <message>
        <source>Frågornas ord kommer från innehållspaketet %1</source>
        <translation>The questions&apos; words are those of the content pack %1</translation>
    </message>
    <message>
        <source>svaret är dolt</source>
        <translation>the answer is hidden</translation>
    </message>
</context>
<context>
    <name>ReadingContent</name>
    <message>
        <source>Det du önskar</source>
        <translation>What you wish</translation>
    </message>
    <message>
        <source>Det som hände</source>
        <translation>What happened</translation>
    </message>
    <message>
        <source>Så tänkte den som skrev</source>
        <translation>What the one who wrote thought</translation>
    </message>
    <message>
        <source>Så ser du det</source>
        <translation>How you see it</translation>
    </message>
</context>
<context>
    <name>ReadingPage</name>
    <message>
        <source>Visa för personen</source>
        <translation>Show to the person</translation>
    </message>
    <message>
        <source>Klar</source>
        <translation>Done</translation>
    </message>
    <message>
        <source>Tillbaka</source>
        <translation>Back</translation>
    </message>
    <message>
        <source>Ser du något annorlunda? Säg det, så skriver vi in det med dina ord.</source>
        <translation>Do you see something differently? Say so, and we write it in with your words.</translation>
    </message>
</context>
<context>
    <name>ReadingPrepare</name>
    <message>
        <source>Det här har någon annan berättat. Det visas inte för personen.</source>
        <translation>Somebody else has told this. It is not shown to the person.</translation>
    </message>
    <message>
        <source>Här står ingen text att visa.</source>
        <translation>There is no text here to show.</translation>
    </message>
    <message>
        <source>Läs igenom först</source>
        <translation>Read it first</translation>
    </message>
    <message>
        <source>Ta bort det som handlar om någon annan. Personen ser bara det som är markerat. Sedan låses appen.</source>
        <translation>Take away what is about somebody else. The person sees only what is ticked. Then the app locks.</translation>
    </message>
</context>
<context>
    <name>RecordContent</name>
    <message>
        <source>Signerad och låst av %1 %2</source>
        <translation>Signed and locked by %1 %2</translation>
    </message>
    <message>
        <source>Signerad och låst av en kollega %1</source>
        <translation>Signed and locked by a colleague %1</translation>
    </message>
    <message>
        <source>Personen ser det annorlunda: %1</source>
        <translation>The person sees it differently: %1</translation>
    </message>
    <message numerus="yes">
        <source>%n uppgifter som den här versionen inte kan visa. De finns kvar.</source>
        <translation>
            <numerusform>%n detail that this version cannot show. It is kept.</numerusform>
            <numerusform>%n details that this version cannot show. They are kept.</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, av dig</source>
        <translation>%1, by you</translation>
    </message>
    <message>
        <source>%1, av en kollega</source>
        <translation>%1, by a colleague</translation>
    </message>
    <message>
        <source>Uppdatera Fältakt för att läsa den. Den finns kvar.</source>
        <translation>Update Fältakt to read it. It is still there.</translation>
    </message>
</context>
<context>
    <name>RecordPage</name>
    <message>
        <source>Välj version</source>
        <translation>Choose a version</translation>
    </message>
    <message>
        <source>Personen ser det annorlunda</source>
        <translation>The person sees it differently</translation>
    </message>
    <message>
        <source>Skriv med personens egna ord.</source>
        <translation>Write in the person&apos;s own words.</translation>
    </message>
    <message>
        <source>Skrivet</source>
        <translation>Written</translation>
    </message>
    <message>
        <source>Tillägg</source>
        <translation>Addendum</translation>
    </message>
    <message>
        <source>Ändra</source>
        <translation>Change</translation>
    </message>
    <message>
        <source>Signera och lås</source>
        <translation>Sign and lock</translation>
    </message>
    <message>
        <source>Avbryt</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>Spara</source>
        <translation>Save</translation>
    </message>
    <message>
        <source>Foton och papper</source>
        <translation>Photos and papers</translation>
    </message>
    <message>
        <source>Lägg till foto eller papper</source>
        <translation>Add a photo or paper</translation>
    </message>
    <message>
        <source>Öppna samtalet</source>
        <translation>Open the talk</translation>
    </message>
    <message>
        <source>Visa för personen</source>
        <translation>Show to the person</translation>
    </message>
    <message>
        <source>Egen önskan</source>
        <translation>Own wish</translation>
    </message>
    <message>
        <source>Personen skriver under</source>
        <translation>The person signs</translation>
    </message>
    <message>
        <source>Förd på fel person</source>
        <translation>In the wrong person&apos;s file</translation>
    </message>
</context>
<context>
    <name>RecordingMark</name>
    <message>
        <source>Antecknas inte</source>
        <translation>Not recorded</translation>
    </message>
    <message>
        <source>Antecknas utan namn</source>
        <translation>Recorded without name</translation>
    </message>
    <message>
        <source>Antecknas</source>
        <translation>Recorded</translation>
    </message>
    <message>
        <source>Det du skriver sparas i personens akt.</source>
        <translation>What you write is saved in the person&apos;s file.</translation>
    </message>
    <message>
        <source>Råd inom %1 antecknas inte hos er. Räkna det samtalet i stället.</source>
        <translation>Advice within %1 is not recorded with you. Count that talk instead.</translation>
    </message>
    <message>
        <source>Inom %1 antecknas inte vem det är.</source>
        <translation>Within %1 it is not recorded who it is.</translation>
    </message>
    <message>
        <source>Kommunens riktlinje: %1 är råd som inte antecknas. Bara ett antal utan namn sparas.</source>
        <translation>The municipality&apos;s guideline: %1 is advice that is not recorded. Only a count without names is saved.</translation>
    </message>
    <message>
        <source>Nämnden har beslutat att vem det är inte antecknas: %1.</source>
        <translation>The board has decided that who it is is not recorded: %1.</translation>
    </message>
    <message>
        <source>Kommunen skriver upp också råd. Säg det till den som ringer.</source>
        <translation>The municipality writes down advice too. Tell whoever calls.</translation>
    </message>
    <message>
        <source>LOB: polisens uppgift och det som följer på den sparas i personens akt. Säg det tidigt i samtalet.</source>
        <translation>LOB: the police&apos;s report and what follows on it are saved in the person&apos;s file. Say so early in the talk.</translation>
    </message>
    <message>
        <source>Svar och resultat sparas i personens akt. Säg det innan ni börjar.</source>
        <translation>Answers and result are saved in the person&apos;s file. Say so before you begin.</translation>
    </message>
    <message>
        <source>Inget namn frågas. Svaren ligger bara på den här enheten och tas bort efter %1 timmar. Ett antal utan namn blir kvar.</source>
        <translation>No name is asked. The answers are on this device only and are removed after %1 hours. A count without names remains.</translation>
    </message>
    <message>
        <source>Det här gäller arbetet och sparas utanför alla personers akter. Skriv inga namn på personer.</source>
        <translation>This is about the work and is saved outside every person&apos;s file. Write no names of people.</translation>
    </message>
    <message>
        <source>Det du skriver om barn och skydd sparas i personens akt.</source>
        <translation>What you write about children and protection is saved in the person&apos;s file.</translation>
    </message>
    <message>
        <source>Sparas i personens akt, bakom ett extra tryck, och visas i ingen lista.</source>
        <translation>Saved in the person&apos;s file, behind a second tap, and shown in no list.</translation>
    </message>
    <message>
        <source>Kommunens riktlinje gör inget undantag för råd. Säg till den som ringer att det antecknas.</source>
        <translation>The municipality&apos;s guideline makes no exception for advice. Tell whoever calls that it is recorded.</translation>
    </message>
    <message>
        <source>Bara antal, plats och vecka sparas. Här finns ingen plats för namn.</source>
        <translation>Only number, place and week are saved. There is no room for names here.</translation>
    </message>
</context>
<context>
    <name>RelatedSheet</name>
    <message>
        <source>Ny person runt omkring</source>
        <translation>New person around</translation>
    </message>
    <message>
        <source>Person runt omkring</source>
        <translation>Person around</translation>
    </message>
    <message>
        <source>Roll</source>
        <translation>Role</translation>
    </message>
    <message>
        <source>Namn</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Relation (frivilligt)</source>
        <translation>Relation (optional)</translation>
    </message>
    <message>
        <source>Till exempel syster, granne</source>
        <translation>For example sister, neighbour</translation>
    </message>
    <message>
        <source>Får personen veta om kontakten?</source>
        <translation>May he or she know of the contact?</translation>
    </message>
    <message>
        <source>Vad får delas? (frivilligt)</source>
        <translation>What may be shared? (optional)</translation>
    </message>
    <message>
        <source>Som personen själv har sagt det</source>
        <translation>As the person has said it</translation>
    </message>
    <message>
        <source>Telefon (frivilligt)</source>
        <translation>Phone (optional)</translation>
    </message>
    <message>
        <source>Tider (frivilligt)</source>
        <translation>Hours (optional)</translation>
    </message>
    <message>
        <source>Uppdrag eller fullmakt (frivilligt)</source>
        <translation>Mandate or power of attorney (optional)</translation>
    </message>
    <message>
        <source>Vad det omfattar, till exempel ekonomi</source>
        <translation>What it covers, for example money</translation>
    </message>
    <message>
        <source>Gäller till (frivilligt)</source>
        <translation>Valid until (optional)</translation>
    </message>
    <message>
        <source>ÅÅÅÅ-MM-DD</source>
        <translation>YYYY-MM-DD</translation>
    </message>
    <message>
        <source>Ta bort</source>
        <translation>Remove</translation>
    </message>
    <message>
        <source>Spara</source>
        <translation>Save</translation>
    </message>
</context>
<context>
    <name>RelativeCallPage</name>
    <message>
        <source>Anhörig ringer</source>
        <translation>A relative calls</translation>
    </message>
    <message>
        <source>Klart, räkna ett samtal</source>
        <translation>Done, count one call</translation>
    </message>
    <message>
        <source>Klar</source>
        <translation>Done</translation>
    </message>
    <message>
        <source>Stäng</source>
        <translation>Close</translation>
    </message>
    <message>
        <source>Bekräfta aldrig att vi känner någon</source>
        <translation>Never confirm that we know anybody</translation>
    </message>
    <message>
        <source>Säg: jag kan lyssna och berätta hur stödet fungerar. Jag kan inte svara om någon har kontakt med oss.</source>
        <translation>Say: I can listen and tell how the support works. I cannot answer whether anybody is in touch with us.</translation>
    </message>
    <message>
        <source>Vad vill den som ringer?</source>
        <translation>What does the caller want?</translation>
    </message>
    <message>
        <source>Få råd</source>
        <translation>Get advice</translation>
    </message>
    <message>
        <source>Berätta om någon</source>
        <translation>Tell about somebody</translation>
    </message>
    <message>
        <source>Antecknas</source>
        <translation>Kept in the file</translation>
    </message>
    <message>
        <source>Råd till den som ringer</source>
        <translation>Advice to the caller</translation>
    </message>
    <message>
        <source>Den som ringer behöver inte säga vem hen är.</source>
        <translation>The caller need not say who it is.</translation>
    </message>
    <message>
        <source>Eget stöd finns, också om den andra inte vill ha hjälp.</source>
        <translation>There is support for the caller, also if the other one wants no help.</translation>
    </message>
    <message>
        <source>Är det fara nu: be den som ringer att ringa 112.</source>
        <translation>Is there danger now: ask the caller to call 112.</translation>
    </message>
    <message>
        <source>Mer i vägledningen</source>
        <translation>More in the guidance</translation>
    </message>
    <message>
        <source>Det blev en uppgift om någon</source>
        <translation>It became information about somebody</translation>
    </message>
    <message>
        <source>Kommunen skriver upp också råd. Säg det till den som ringer.</source>
        <translation>The municipality writes advice down too. Tell the caller so.</translation>
    </message>
    <message>
        <source>Skriv en anteckning</source>
        <translation>Write a note</translation>
    </message>
    <message>
        <source>Inget namn, räkna bara</source>
        <translation>No name, only count</translation>
    </message>
    <message>
        <source>Det skrivs i den anhörigas egen akt, inte i akten för den samtalet handlar om. Den som inte vill säga sitt namn får råd ändå.</source>
        <translation>It is written in the relative&apos;s own file, not in the file of the person the call is about. Whoever does not want to give a name gets advice all the same.</translation>
    </message>
</context>
<context>
    <name>Reminder</name>
    <message>
        <source>Om 10 minuter</source>
        <translation>In 10 minutes</translation>
    </message>
    <message>
        <source>Om en timme</source>
        <translation>In an hour</translation>
    </message>
    <message>
        <source>I morgon bitti</source>
        <translation>Tomorrow morning</translation>
    </message>
    <message>
        <source>Din incheckning går ut. Checka ut eller förläng.</source>
        <translation>Your check-in ends. Check out or extend it.</translation>
    </message>
    <message>
        <source>Bokade kontakter: %1</source>
        <translation>Booked contacts: %1</translation>
    </message>
    <message>
        <source>Uppgifter: %1</source>
        <translation>Tasks: %1</translation>
    </message>
    <message>
        <source>Att göra i dag: %1</source>
        <translation>To do today: %1</translation>
    </message>
    <message>
        <source>Att ringa: %1</source>
        <translation>To call: %1</translation>
    </message>
    <message>
        <source>Att signera: %1</source>
        <translation>To sign: %1</translation>
    </message>
    <message>
        <source>Fältakt, övning</source>
        <translation>Fältakt, training</translation>
    </message>
    <message>
        <source>Din incheckning</source>
        <translation>Your check-in</translation>
    </message>
    <message>
        <source>Bokade kontakter</source>
        <translation>Booked contacts</translation>
    </message>
    <message>
        <source>Uppgifter</source>
        <translation>Tasks</translation>
    </message>
    <message>
        <source>Att göra i dag</source>
        <translation>To do today</translation>
    </message>
    <message>
        <source>Att ringa</source>
        <translation>To call</translation>
    </message>
    <message>
        <source>Att signera</source>
        <translation>To sign</translation>
    </message>
    <message>
        <source>Tio minuter innan besöket skulle vara slut, och när det är slut. Även när det ska vara tyst.</source>
        <translation>Ten minutes before the visit was to end, and when it ends. In the quiet too.</translation>
    </message>
    <message>
        <source>En kvart före.</source>
        <translation>A quarter of an hour before.</translation>
    </message>
    <message>
        <source>På uppgiftens tid. Utan tid: på morgonen.</source>
        <translation>At the time of the task. Without a time: in the morning.</translation>
    </message>
    <message>
        <source>På morgonen: det som ska göras senast i dag eller är försenat.</source>
        <translation>In the morning: what is due today or late.</translation>
    </message>
    <message>
        <source>På morgonen: hur många som ska ringas.</source>
        <translation>In the morning: how many are to be called.</translation>
    </message>
    <message>
        <source>En halvtimme före dagens slut.</source>
        <translation>Half an hour before the day ends.</translation>
    </message>
</context>
<context>
    <name>ReminderCard</name>
    <message>
        <source>En påminnelse säger bara vad och hur många. Inget namn och inget om någon person, även när appen är låst.</source>
        <translation>A reminder only says what and how many. No name and nothing about any person, also while the app is locked.</translation>
    </message>
    <message>
        <source>Påminn från</source>
        <translation>Remind from</translation>
    </message>
    <message>
        <source>Tyst från</source>
        <translation>Quiet from</translation>
    </message>
    <message>
        <source>Även helger och röda dagar</source>
        <translation>Weekends and public holidays too</translation>
    </message>
    <message>
        <source>Avstängt är det tyst då.</source>
        <translation>Turned off, it is quiet then.</translation>
    </message>
    <message>
        <source>Så här står det på skärmen</source>
        <translation>This stands on the screen</translation>
    </message>
    <message>
        <source>Visa en på prov</source>
        <translation>Show one to try</translation>
    </message>
    <message>
        <source>Läs mer om påminnelser</source>
        <translation>Read more about reminders</translation>
    </message>
</context>
<context>
    <name>ResultBody</name>
    <message>
        <source>Visa för personen</source>
        <translation>Show to the person</translation>
    </message>
    <message>
        <source>Över tid</source>
        <translation>Over time</translation>
    </message>
    <message>
        <source>Nästa steg enligt riktlinjen</source>
        <translation>Next step by the guideline</translation>
    </message>
    <message>
        <source>Källor och gränser</source>
        <translation>Sources and limits</translation>
    </message>
    <message>
        <source>utfälld</source>
        <translation>unfolded</translation>
    </message>
    <message>
        <source>hopfälld</source>
        <translation>folded</translation>
    </message>
</context>
<context>
    <name>ResultLists</name>
    <message>
        <source>Fråga %1</source>
        <translation>Question %1</translation>
    </message>
    <message>
        <source>Inget svar</source>
        <translation>No answer</translation>
    </message>
    <message>
        <source>Svar i ett trygghetssamtal</source>
        <translation>Answers of a safety talk</translation>
    </message>
    <message>
        <source>Innehållet är dolt</source>
        <translation>The content is hidden</translation>
    </message>
</context>
<context>
    <name>ResultPage</name>
    <message>
        <source>Signera och lås</source>
        <translation>Sign and lock</translation>
    </message>
    <message>
        <source>Klar</source>
        <translation>Done</translation>
    </message>
    <message>
        <source>Stäng</source>
        <translation>Close</translation>
    </message>
    <message>
        <source>Gräns för</source>
        <translation>Limit for</translation>
    </message>
    <message>
        <source>Sparat, inte signerat</source>
        <translation>Saved, not signed</translation>
    </message>
    <message>
        <source>Fil till personen</source>
        <translation>File for the person</translation>
    </message>
    <message>
        <source>Personen har sagt ja till att få filen</source>
        <translation>The person has said yes to getting the file</translation>
    </message>
    <message>
        <source>Det är antecknat i akten.</source>
        <translation>It is noted in the file.</translation>
    </message>
    <message>
        <source>Innehållet är dolt</source>
        <translation>The content is hidden</translation>
    </message>
    <message>
        <source>Se till att ingen annan ser skärmen. Inget härifrån skrivs ut eller lämnas över.</source>
        <translation>Make sure that nobody else sees the screen. Nothing from here is printed or handed over.</translation>
    </message>
    <message>
        <source>Visa innehållet</source>
        <translation>Show the content</translation>
    </message>
    <message>
        <source>Gå vidare efter ett ja</source>
        <translation>Go on after a yes</translation>
    </message>
    <message>
        <source>Barnen</source>
        <translation>The children</translation>
    </message>
    <message>
        <source>Frågor om vanor</source>
        <translation>Screening</translation>
    </message>
    <message>
        <source>Förd på fel person</source>
        <translation>In the wrong person&apos;s file</translation>
    </message>
</context>
<context>
    <name>ResultParts</name>
    <message>
        <source>Profil</source>
        <translation>Profile</translation>
    </message>
    <message>
        <source>Delresultat</source>
        <translation>Partial results</translation>
    </message>
    <message>
        <source>Visa sammanvägda mått</source>
        <translation>Show composite scores</translation>
    </message>
    <message>
        <source>US ASI-5-formel. Inte prövad för den svenska intervjun.</source>
        <translation>US ASI-5 formula. Not validated for the Swedish interview.</translation>
    </message>
    <message>
        <source>Ja</source>
        <translation>Yes</translation>
    </message>
    <message>
        <source>Nej</source>
        <translation>No</translation>
    </message>
    <message>
        <source>%1 av %2</source>
        <translation>%1 of %2</translation>
    </message>
    <message>
        <source>%1 till %2</source>
        <translation>%1 to %2</translation>
    </message>
    <message>
        <source>Går inte att säga än</source>
        <translation>Can&apos;t be told yet</translation>
    </message>
    <message>
        <source>Dagar med besvär</source>
        <translation>Days with trouble</translation>
    </message>
    <message>
        <source>Oro, personens egen</source>
        <translation>Worry, the person&apos;s own</translation>
    </message>
    <message>
        <source>Vill ha hjälp, personens egen</source>
        <translation>Wants help, the person&apos;s own</translation>
    </message>
    <message>
        <source>Intervjuarens skattning</source>
        <translation>Interviewer&apos;s rating</translation>
    </message>
    <message>
        <source>%1 av %2, förra gången %3</source>
        <translation>%1 of %2, last time %3</translation>
    </message>
    <message>
        <source>besvär %1 av %2 dagar</source>
        <translation>trouble on %1 of %2 days</translation>
    </message>
    <message>
        <source>oro %1 av %2</source>
        <translation>worry %1 of %2</translation>
    </message>
    <message>
        <source>vill ha hjälp %1 av %2</source>
        <translation>wants help %1 of %2</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
</context>
<context>
    <name>ResultSeriesCard</name>
    <message>
        <source>Över tid</source>
        <translation>Over time</translation>
    </message>
    <message>
        <source>Stöd i samtalet, inte en diagnos</source>
        <translation>Support for the talk, not a diagnosis</translation>
    </message>
    <message>
        <source>Öppna svaret</source>
        <translation>Open the answers</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
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
    <message>
        <source>Ärendet kan inte avslutas eller beslutas än: det finns en oro för barn utan steg, eller ingen har frågat om barn. Öppna sidan Barn hos personen och tryck sedan Skicka igen.</source>
        <translation>The matter cannot be closed or decided on yet: there is a worry about children without a step, or nobody has asked about children. Open the page Children of the person and then press Send again.</translation>
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
    <message>
        <source>Exportera</source>
        <translation>Export</translation>
    </message>
</context>
<context>
    <name>ReturnedFile</name>
    <message>
        <source>Ändring som servern inte tog emot</source>
        <translation>Change that the server did not take</translation>
    </message>
    <message>
        <source>ändring</source>
        <translation>change</translation>
    </message>
</context>
<context>
    <name>RowsView</name>
    <message>
        <source>Försök igen</source>
        <translation>Try again</translation>
    </message>
    <message>
        <source>Ändra</source>
        <translation>Change</translation>
    </message>
    <message>
        <source>Ändra, %1</source>
        <translation>Change, %1</translation>
    </message>
    <message>
        <source>Ta bort</source>
        <translation>Remove</translation>
    </message>
    <message>
        <source>Ta bort, %1</source>
        <translation>Remove, %1</translation>
    </message>
    <message>
        <source>Lägg till</source>
        <translation>Add</translation>
    </message>
    <message>
        <source>Lägg till, %1</source>
        <translation>Add, %1</translation>
    </message>
    <message>
        <source>Nästa</source>
        <translation>Next</translation>
    </message>
    <message>
        <source>Till frågan före</source>
        <translation>To the question before</translation>
    </message>
</context>
<context>
    <name>SafeStart</name>
    <message>
        <source>Är personen ensam?</source>
        <translation>Is the person alone?</translation>
    </message>
    <message>
        <source>Fråga bara när ingen annan ser eller hör, inte heller ett barn eller någon i telefon. Behövs tolk: en utbildad.</source>
        <translation>Ask only when nobody else sees or hears, nor a child or somebody on the phone. If an interpreter is needed: a trained one.</translation>
    </message>
    <message>
        <source>Personen är ensam med mig</source>
        <translation>The person is alone with me</translation>
    </message>
    <message>
        <source>Frågorna läses aldrig upp, lämnas aldrig över och skrivs aldrig ut. Dölj nu ligger överst.</source>
        <translation>The questions are never read aloud, never handed over and never printed. Hide now is at the top.</translation>
    </message>
    <message>
        <source>Fara nu: ring 112.</source>
        <translation>Danger now: call 112.</translation>
    </message>
    <message>
        <source>Öppna frågorna</source>
        <translation>Open the questions</translation>
    </message>
</context>
<context>
    <name>SafeTalk</name>
    <message>
        <source>Trygghetssamtal</source>
        <translation>Safety talk</translation>
    </message>
</context>
<context>
    <name>ScaleTrack</name>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
</context>
<context>
    <name>ScanView</name>
    <message>
        <source>Kamerans bild</source>
        <translation>What the camera sees</translation>
    </message>
    <message>
        <source>Avbryt</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>Försök igen</source>
        <translation>Try again</translation>
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
    <name>ScratchChoices</name>
    <message>
        <source>Vad ska hända med svaren?</source>
        <translation>What shall become of the answers?</translation>
    </message>
    <message>
        <source>Koppla till person</source>
        <translation>Attach to a person</translation>
    </message>
    <message>
        <source>Avbryt</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>Kasta utan spår</source>
        <translation>Discard without trace</translation>
    </message>
    <message>
        <source>Bara ett antal sparas.</source>
        <translation>Only a count is kept.</translation>
    </message>
    <message>
        <source>Klar</source>
        <translation>Done</translation>
    </message>
    <message>
        <source>Skapa person</source>
        <translation>New person</translation>
    </message>
</context>
<context>
    <name>ScratchResultPage</name>
    <message>
        <source>Utan ärende. Inget sparas om vem.</source>
        <translation>No case. Nothing is stored about who.</translation>
    </message>
    <message>
        <source>Stäng</source>
        <translation>Close</translation>
    </message>
    <message>
        <source>För rätt gräns</source>
        <translation>For the right limit</translation>
    </message>
    <message>
        <source>Kön</source>
        <translation>Sex</translation>
    </message>
    <message>
        <source>Ålder</source>
        <translation>Age</translation>
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
    <message>
        <source>På mobildata</source>
        <translation>On mobile data</translation>
    </message>
    <message>
        <source>Kontroll</source>
        <translation>Check</translation>
    </message>
    <message>
        <source>Ta bort</source>
        <translation>Remove</translation>
    </message>
    <message>
        <source>Ta bort, %1</source>
        <translation>Remove, %1</translation>
    </message>
    <message>
        <source>Påminnelser</source>
        <translation>Reminders</translation>
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
    <name>SignatureSheet</name>
    <message>
        <source>Skriv under: %1</source>
        <translation>Sign: %1</translation>
    </message>
    <message>
        <source>Läs först. Skriv sedan under i rutan med fingret, eller skriv namnet.</source>
        <translation>Read first. Then sign in the box with a finger, or write the name.</translation>
    </message>
    <message>
        <source>Ruta att skriva under i</source>
        <translation>Box to sign in</translation>
    </message>
    <message>
        <source>Tom</source>
        <translation>Empty</translation>
    </message>
    <message>
        <source>Underskriven</source>
        <translation>Signed</translation>
    </message>
    <message>
        <source>Rensa rutan</source>
        <translation>Clear the box</translation>
    </message>
    <message>
        <source>Eller skriv namnet</source>
        <translation>Or write the name</translation>
    </message>
    <message>
        <source>Spara underskriften</source>
        <translation>Save the signature</translation>
    </message>
</context>
<context>
    <name>StagePage</name>
    <message>
        <source>Var ärendet är</source>
        <translation>Where the matter is</translation>
    </message>
    <message>
        <source>Spara</source>
        <translation>Save</translation>
    </message>
    <message>
        <source>Sparar …</source>
        <translation>Saving …</translation>
    </message>
    <message>
        <source>Stäng</source>
        <translation>Close</translation>
    </message>
    <message>
        <source>Vart har ärendet gått?</source>
        <translation>Where has the matter gone?</translation>
    </message>
    <message>
        <source>Öppna sidan Barn</source>
        <translation>Open the page Children</translation>
    </message>
    <message>
        <source>När beslutades det?</source>
        <translation>When was it decided?</translation>
    </message>
    <message>
        <source>Datum</source>
        <translation>Date</translation>
    </message>
    <message>
        <source>Skriv som 2026-10-23 eller 23/10.</source>
        <translation>Write as 2026-10-23 or 23/10.</translation>
    </message>
    <message>
        <source>Varför går ärendet tillbaka?</source>
        <translation>Why does the matter go back?</translation>
    </message>
    <message>
        <source>Själva beslutet fattas och skrivs på kontoret. Här noteras bara var ärendet är.</source>
        <translation>The decision itself is made and written at the office. Here it is only noted where the matter is.</translation>
    </message>
    <message>
        <source>Avsluta ärendet i stället</source>
        <translation>Close the matter instead</translation>
    </message>
    <message>
        <source>Öppna sidan för avslut</source>
        <translation>Open the page for closing</translation>
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
    <message>
        <source>Allt är sparat på enheten.</source>
        <translation>All is saved on the device.</translation>
    </message>
    <message>
        <source>Exportera</source>
        <translation>Export</translation>
    </message>
    <message>
        <source>Jag tar hand om filen</source>
        <translation>I take care of the file</translation>
    </message>
    <message>
        <source>Exporten är loggad.</source>
        <translation>The export is logged.</translation>
    </message>
    <message>
        <source>Nät</source>
        <translation>Network</translation>
    </message>
    <message>
        <source>Inte mottaget i teamet</source>
        <translation>Not taken in the team</translation>
    </message>
    <message>
        <source>Hämtas från servern när du öppnar det</source>
        <translation>Fetched from the server when you open it</translation>
    </message>
</context>
<context>
    <name>SyncStrip</name>
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
    <name>TakeoverFields</name>
    <message>
        <source>Vem frågar du?</source>
        <translation>Whom do you ask?</translation>
    </message>
    <message>
        <source>Vad är öppet, vad behöver man veta?</source>
        <translation>What is open, what needs to be known?</translation>
    </message>
</context>
<context>
    <name>TakeoverPage</name>
    <message>
        <source>Lämna över</source>
        <translation>Hand over</translation>
    </message>
    <message>
        <source>Öppet i ärendet</source>
        <translation>Open in the matter</translation>
    </message>
    <message>
        <source>Om du inte kan: varför (valfritt)</source>
        <translation>If you cannot: why (optional)</translation>
    </message>
    <message>
        <source>Öppna personen</source>
        <translation>Open the person</translation>
    </message>
    <message>
        <source>Fråga</source>
        <translation>Ask</translation>
    </message>
    <message>
        <source>Sparar …</source>
        <translation>Saving …</translation>
    </message>
    <message>
        <source>Ta över</source>
        <translation>Take over</translation>
    </message>
    <message>
        <source>Kan inte</source>
        <translation>Cannot</translation>
    </message>
    <message>
        <source>Ta tillbaka frågan</source>
        <translation>Take the question back</translation>
    </message>
    <message>
        <source>Fråga någon annan</source>
        <translation>Ask somebody else</translation>
    </message>
    <message>
        <source>Jag har läst det</source>
        <translation>I have read it</translation>
    </message>
</context>
<context>
    <name>TalkCard</name>
    <message>
        <source>Om samtalet</source>
        <translation>About the talk</translation>
    </message>
    <message>
        <source>Var någon annan med?</source>
        <translation>Was somebody else there?</translation>
    </message>
    <message>
        <source>Var personen påverkad?</source>
        <translation>Was the person influenced?</translation>
    </message>
    <message>
        <source>Tolkade någon?</source>
        <translation>Did somebody interpret?</translation>
    </message>
    <message>
        <source>Barn tolkar aldrig.</source>
        <translation>Children never interpret.</translation>
    </message>
    <message>
        <source>Tolkens språk</source>
        <translation>The interpreter&apos;s language</translation>
    </message>
</context>
<context>
    <name>TalkSheet</name>
    <message>
        <source>Fler val</source>
        <translation>More choices</translation>
    </message>
    <message>
        <source>Personens språk bredvid ditt</source>
        <translation>The person&apos;s language beside yours</translation>
    </message>
    <message>
        <source>Lämna över</source>
        <translation>Hand over</translation>
    </message>
    <message>
        <source>Personen svarar själv på surfplattan</source>
        <translation>The person answers alone on the tablet</translation>
    </message>
    <message>
        <source>Hjälp</source>
        <translation>Help</translation>
    </message>
    <message>
        <source>Svaren hittills</source>
        <translation>The answers so far</translation>
    </message>
    <message>
        <source>Alla frågor på en sida, och tillbaka till samma fråga</source>
        <translation>All questions on one page, and back to the same question</translation>
    </message>
</context>
<context>
    <name>TalkView</name>
    <message>
        <source>Kan personen prata ostört?</source>
        <translation>Can the person talk freely?</translation>
    </message>
    <message>
        <source>Erbjud screening</source>
        <translation>Offer screening</translation>
    </message>
    <message>
        <source>Barn hemma eller nära?</source>
        <translation>Children at home or near?</translation>
    </message>
    <message>
        <source>Hur slutade samtalet?</source>
        <translation>How did the talk end?</translation>
    </message>
    <message>
        <source>Fler …</source>
        <translation>More …</translation>
    </message>
    <message>
        <source>Fler …, hur samtalet slutade</source>
        <translation>More …, how the talk ended</translation>
    </message>
    <message>
        <source>Får vi höra av oss igen?</source>
        <translation>May we get in touch again?</translation>
    </message>
    <message>
        <source>Egen önskan</source>
        <translation>Own wish</translation>
    </message>
    <message>
        <source>Med personens egna ord.</source>
        <translation>In the person&apos;s own words.</translation>
    </message>
    <message>
        <source>Kort om samtalet</source>
        <translation>The talk in short</translation>
    </message>
    <message>
        <source>Någon nära som behöver stöd?</source>
        <translation>Somebody close who needs support?</translation>
    </message>
    <message>
        <source>Kort rådgivning?</source>
        <translation>Brief advice?</translation>
    </message>
    <message>
        <source>När får vi höra av oss?</source>
        <translation>When may we be in touch?</translation>
    </message>
    <message>
        <source>Ja till nästa steg?</source>
        <translation>Yes to the next step?</translation>
    </message>
</context>
<context>
    <name>TallyLine</name>
    <message>
        <source>Ta bort ett, %1</source>
        <translation>Take away one, %1</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Räkna ett, %1, nu %2</source>
        <translation>Count one, %1, now %2</translation>
    </message>
</context>
<context>
    <name>TallyPage</name>
    <message>
        <source>Räknare</source>
        <translation>Counter</translation>
    </message>
    <message>
        <source>Stäng</source>
        <translation>Close</translation>
    </message>
    <message>
        <source>Var?</source>
        <translation>Where?</translation>
    </message>
    <message>
        <source>Bara antal, per vecka och plats. Här finns ingen plats för namn. När veckan är slut lämnas antalen till servern, förseglade. Ingen i teamet kan läsa dem.</source>
        <translation>Numbers only, per week and place. There is no room for a name here. When the week is over the numbers go to the server, sealed. Nobody in the team can read them.</translation>
    </message>
</context>
<context>
    <name>TaskSheet</name>
    <message>
        <source>Ny uppgift</source>
        <translation>New task</translation>
    </message>
    <message>
        <source>Uppgift</source>
        <translation>Task</translation>
    </message>
    <message>
        <source>Vad ska göras?</source>
        <translation>What is to be done?</translation>
    </message>
    <message>
        <source>Vilken dag?</source>
        <translation>Which day?</translation>
    </message>
    <message>
        <source>Öppna personen</source>
        <translation>Open the person</translation>
    </message>
    <message>
        <source>Ta bort från I dag</source>
        <translation>Remove from Today</translation>
    </message>
    <message>
        <source>Spara</source>
        <translation>Save</translation>
    </message>
    <message>
        <source>Klar</source>
        <translation>Done</translation>
    </message>
    <message>
        <source>Spara ändringen</source>
        <translation>Save the change</translation>
    </message>
    <message>
        <source>Vilken tid?</source>
        <translation>What time?</translation>
    </message>
    <message>
        <source>Klockslag</source>
        <translation>Time of day</translation>
    </message>
    <message>
        <source>Skriv som 16:30.</source>
        <translation>Write it as 16:30.</translation>
    </message>
    <message>
        <source>Enheten påminner då, utan att säga om vad eller vem.</source>
        <translation>The device reminds you then, without saying of what or whom.</translation>
    </message>
</context>
<context>
    <name>TeamReturn</name>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>Exportera</source>
        <translation>Export</translation>
    </message>
</context>
<context>
    <name>TeamReturnText</name>
    <message>
        <source>Den bygger på något annat som servern inte tog emot, och följer med när %1 skickar det igen.</source>
        <translation>It builds on something else that the server did not take, and goes along when %1 sends that again.</translation>
    </message>
    <message>
        <source>Servern kunde inte läsa raden, så den kan inte visas. Den ligger kvar hos servern. Kontakta support.</source>
        <translation>The server could not read the line, so it cannot be shown. It is still at the server. Contact support.</translation>
    </message>
    <message>
        <source>Enheten som skrev den är avstängd eller ska tömmas, så den kan inte skickas igen därifrån. Exportera texten och för in den i akten.</source>
        <translation>The device that wrote it is shut off or is to be emptied, so it cannot be sent again from there. Export the text and enter it in the file.</translation>
    </message>
    <message>
        <source>Servern visar det här bara för den som leder ett team.</source>
        <translation>The server shows this only to whoever leads a team.</translation>
    </message>
    <message>
        <source>%1 har inte rätt till akten, eller till den delen av den. Ordna rätten och be %1 trycka Skicka igen, eller exportera texten där.</source>
        <translation>%1 has no right to the file, or to that part of it. Arrange the right and ask %1 to press Send again, or to export the text there.</translation>
    </message>
    <message>
        <source>Servern kunde inte läsa en uppgift. Be %1 uppdatera appen och trycka Skicka igen, eller exportera texten där.</source>
        <translation>The server could not read something in it. Ask %1 to update the app and press Send again, or to export the text there.</translation>
    </message>
    <message>
        <source>Servern tog inte emot den. Be %1 trycka Skicka igen, eller exportera texten där.</source>
        <translation>The server did not take it. Ask %1 to press Send again, or to export the text there.</translation>
    </message>
    <message>
        <source>Texten bör vara kvar på den enheten, om den inte redan har skickats igen eller tagits bort.</source>
        <translation>The text should still be on that device, unless it was sent again or removed already.</translation>
    </message>
    <message>
        <source>Den här versionen av appen kan inte läsa raden, så den kan inte visas. Den ligger kvar hos servern. Uppdatera appen.</source>
        <translation>This version of the app cannot read the line, so it cannot be shown. It is kept at the server. Update the app.</translation>
    </message>
    <message>
        <source>Enheten som skrev den är avstängd eller ska tömmas. Den är om en skyddad person och kan inte exporteras härifrån. Texten ligger kvar hos servern. Kontakta support.</source>
        <translation>The device that wrote it is shut off or to be emptied. It is about a protected person and cannot be exported from here. The text is kept at the server. Contact support.</translation>
    </message>
    <message>
        <source>Ärendet kan inte avslutas eller beslutas innan frågan om barn har ett svar. Be %1 svara på sidan Barn hos personen och trycka Skicka igen.</source>
        <translation>The matter cannot be closed or decided on before the question about children has an answer. Ask %1 to answer on the page Children of the person and to press Send again.</translation>
    </message>
</context>
<context>
    <name>TeamReturnsPage</name>
    <message>
        <source>Inte mottaget i teamet</source>
        <translation>Not taken in the team</translation>
    </message>
    <message>
        <source>Hjälp</source>
        <translation>Help</translation>
    </message>
    <message>
        <source>Försök igen</source>
        <translation>Try again</translation>
    </message>
    <message>
        <source>Det hämtas från servern och kan visas när du är ansluten.</source>
        <translation>It is fetched from the server and can be shown when you are connected.</translation>
    </message>
    <message>
        <source>Visa äldre</source>
        <translation>Show older</translation>
    </message>
    <message>
        <source>Hämta igen</source>
        <translation>Fetch again</translation>
    </message>
    <message>
        <source>Exportera</source>
        <translation>Export</translation>
    </message>
    <message>
        <source>Jag tar hand om filen</source>
        <translation>I take care of the file</translation>
    </message>
    <message>
        <source>Läsningen är loggad hos servern.</source>
        <translation>The reading is logged at the server.</translation>
    </message>
</context>
<context>
    <name>TiedFiles</name>
    <message>
        <source>Akter som hör ihop</source>
        <translation>Files that belong together</translation>
    </message>
    <message>
        <source>Öppna</source>
        <translation>Open</translation>
    </message>
    <message>
        <source>Ta isär: %1</source>
        <translation>Take apart: %1</translation>
    </message>
    <message>
        <source>Samma person finns i en annan akt</source>
        <translation>The same person is in another file</translation>
    </message>
</context>
<context>
    <name>TimeWords</name>
    <message>
        <source>%1 %2</source>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>i går</source>
        <translation>yesterday</translation>
    </message>
    <message>
        <source>i dag</source>
        <translation>today</translation>
    </message>
    <message>
        <source>i morgon</source>
        <translation>tomorrow</translation>
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
    <name>TimelineReader</name>
    <message>
        <source>%1. %2</source>
        <translation>%1. %2</translation>
    </message>
    <message>
        <source>Sparat här</source>
        <translation>Saved here</translation>
    </message>
    <message>
        <source>Mottaget</source>
        <translation>Received</translation>
    </message>
    <message>
        <source>Behöver din hjälp</source>
        <translation>Needs your help</translation>
    </message>
</context>
<context>
    <name>TimelineRow</name>
    <message>
        <source>Två versioner</source>
        <translation>Two versions</translation>
    </message>
</context>
<context>
    <name>TodayEntry</name>
    <message>
        <source>%1. Varför i dag? %2</source>
        <translation>%1. Why today? %2</translation>
    </message>
</context>
<context>
    <name>TodayFilterSheet</name>
    <message>
        <source>Visa i listan</source>
        <translation>Show in the list</translation>
    </message>
    <message>
        <source>Det som går först visas alltid.</source>
        <translation>What goes first is always shown.</translation>
    </message>
</context>
<context>
    <name>TodayHeader</name>
    <message>
        <source>Dagens samtal i arbetsordning</source>
        <translation>Today&apos;s calls in working order</translation>
    </message>
    <message>
        <source>Träffat i dag</source>
        <translation>Met today</translation>
    </message>
    <message>
        <source>Avsluta dagen</source>
        <translation>End the day</translation>
    </message>
    <message>
        <source>Besöksplan</source>
        <translation>Visit plan</translation>
    </message>
    <message>
        <source>Visa allt</source>
        <translation>Show all</translation>
    </message>
</context>
<context>
    <name>TodayPage</name>
    <message>
        <source>I dag</source>
        <translation>Today</translation>
    </message>
    <message>
        <source>Sök person</source>
        <translation>Search for a person</translation>
    </message>
    <message>
        <source>Visa en sorts uppgifter</source>
        <translation>Show one sort of task</translation>
    </message>
</context>
<context>
    <name>TodayReader</name>
    <message>
        <source>Går först</source>
        <translation>Goes first</translation>
    </message>
    <message>
        <source>Försenat</source>
        <translation>Overdue</translation>
    </message>
    <message>
        <source>I dag</source>
        <translation>Today</translation>
    </message>
    <message>
        <source>I morgon</source>
        <translation>Tomorrow</translation>
    </message>
    <message>
        <source>Senare</source>
        <translation>Later</translation>
    </message>
    <message>
        <source>Skyddad</source>
        <translation>Protected</translation>
    </message>
    <message>
        <source>Ring</source>
        <translation>Call</translation>
    </message>
    <message>
        <source>Fortsätt</source>
        <translation>Continue</translation>
    </message>
    <message>
        <source>Skriv kontakten</source>
        <translation>Write the contact</translation>
    </message>
    <message>
        <source>Klar</source>
        <translation>Done</translation>
    </message>
    <message>
        <source>Behöver din hjälp</source>
        <translation>Needs your help</translation>
    </message>
    <message numerus="yes">
        <source>%n ändringar togs inte emot. De finns kvar här.</source>
        <translation>
            <numerusform>%n change was not taken. It is kept here.</numerusform>
            <numerusform>%n changes were not taken. They are kept here.</numerusform>
        </translation>
    </message>
    <message>
        <source>Två versioner</source>
        <translation>Two versions</translation>
    </message>
    <message>
        <source>Utan person</source>
        <translation>Without a person</translation>
    </message>
    <message>
        <source>Påbörjad anteckning</source>
        <translation>Note begun</translation>
    </message>
    <message>
        <source>Påbörjad kontakt</source>
        <translation>Contact begun</translation>
    </message>
    <message>
        <source>%1. Koppla eller kasta.</source>
        <translation>%1. Attach or discard.</translation>
    </message>
    <message numerus="yes">
        <source>%n till</source>
        <translation>
            <numerusform>%n more</numerusform>
            <numerusform>%n more</numerusform>
        </translation>
    </message>
    <message>
        <source>Visa fler</source>
        <translation>Show more</translation>
    </message>
    <message>
        <source>Läs och signera</source>
        <translation>Read and sign</translation>
    </message>
    <message>
        <source>Påbörjad ändring i det som är skrivet</source>
        <translation>Change of what is written, begun</translation>
    </message>
    <message>
        <source>Påbörjad ny person</source>
        <translation>New person, begun</translation>
    </message>
    <message>
        <source>Påbörjad uppgift</source>
        <translation>Task, begun</translation>
    </message>
    <message>
        <source>Påbörjad kontaktväg</source>
        <translation>Contact way, begun</translation>
    </message>
    <message>
        <source>Påbörjad ändring på personens kort</source>
        <translation>Change on the person&apos;s card, begun</translation>
    </message>
    <message>
        <source>Påbörjad text till två versioner</source>
        <translation>Text begun about two versions</translation>
    </message>
    <message>
        <source>Påbörjat foto till akten</source>
        <translation>Photo begun for the file</translation>
    </message>
    <message>
        <source>Påbörjade uppgifter om barn</source>
        <translation>Details of a child begun</translation>
    </message>
    <message>
        <source>Påbörjat svar om barn</source>
        <translation>Answer about children begun</translation>
    </message>
    <message>
        <source>Påbörjad orosanmälan</source>
        <translation>Report of concern begun</translation>
    </message>
    <message>
        <source>Påbörjad skyddsbedömning</source>
        <translation>Safety check begun</translation>
    </message>
    <message>
        <source>Påbörjat trygghetssamtal</source>
        <translation>Safety talk begun</translation>
    </message>
    <message>
        <source>Flera personer</source>
        <translation>Several people</translation>
    </message>
    <message>
        <source>Påbörjat: träffat i dag</source>
        <translation>Begun: met today</translation>
    </message>
    <message>
        <source>Påbörjad person runt omkring</source>
        <translation>Person around, begun</translation>
    </message>
    <message>
        <source>Påbörjad blankett</source>
        <translation>Form begun</translation>
    </message>
    <message>
        <source>Påbörjad incheckning</source>
        <translation>Check-in begun</translation>
    </message>
    <message>
        <source>Påbörjad överlämning</source>
        <translation>Handing over begun</translation>
    </message>
    <message>
        <source>Påbörjat avslut eller öppnande</source>
        <translation>Closing or reopening begun</translation>
    </message>
    <message>
        <source>Påbörjat LOB-blad</source>
        <translation>LOB sheet begun</translation>
    </message>
    <message>
        <source>Ersättare till %1</source>
        <translation>Deputy until %1</translation>
    </message>
    <message numerus="yes">
        <source>%n ärenden</source>
        <translation>
            <numerusform>%n matter</numerusform>
            <numerusform>%n matters</numerusform>
        </translation>
    </message>
    <message>
        <source>Påbörjat val av ersättare</source>
        <translation>Choice of a deputy begun</translation>
    </message>
    <message>
        <source>Påbörjat om ett brev</source>
        <translation>Begun about a letter</translation>
    </message>
    <message>
        <source>Fyll i</source>
        <translation>Fill in</translation>
    </message>
    <message>
        <source>Påbörjat: var ärendet är</source>
        <translation>Begun: where the matter is</translation>
    </message>
    <message>
        <source>%1 att signera</source>
        <translation>%1 to sign</translation>
    </message>
    <message numerus="yes">
        <source>%n poster att signera, äldst först</source>
        <translation>
            <numerusform>%n entry to sign, oldest first</numerusform>
            <numerusform>%n entries to sign, oldest first</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TypedAnswer</name>
    <message>
        <source>Minst %1 går att spara här.</source>
        <translation>At least %1 can be saved here.</translation>
    </message>
    <message>
        <source>Högst %1 går att spara här.</source>
        <translation>At most %1 can be saved here.</translation>
    </message>
    <message>
        <source>Texten är för lång. Högst %1 tecken får plats.</source>
        <translation>The text is too long. At most %1 characters fit.</translation>
    </message>
    <message>
        <source>Texten har ett tecken som inte går att spara. Ta bort det.</source>
        <translation>The text has a character that can&apos;t be saved. Remove it.</translation>
    </message>
    <message>
        <source>Det här går inte att spara som svar på frågan.</source>
        <translation>This can&apos;t be saved as an answer to the question.</translation>
    </message>
    <message>
        <source>Skriv ett helt tal med siffror.</source>
        <translation>Write a whole number in digits.</translation>
    </message>
    <message>
        <source>Skriv ett tal med siffror, till exempel 1,5.</source>
        <translation>Write a number in digits, for example 1.5.</translation>
    </message>
    <message>
        <source>Skriv datumet som 2026-11-26, eller bara 2026-11 eller 2026.</source>
        <translation>Write the date as 2026-11-26, or only 2026-11 or 2026.</translation>
    </message>
    <message>
        <source>År-månad-dag, eller bara år och månad, eller bara år.</source>
        <translation>Year-month-day, or only year and month, or only year.</translation>
    </message>
    <message>
        <source>%1 till %2</source>
        <translation>%1 to %2</translation>
    </message>
    <message>
        <source>Minst %1</source>
        <translation>At least %1</translation>
    </message>
    <message>
        <source>Högst %1</source>
        <translation>At most %1</translation>
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
    <name>VisitFacts</name>
    <message>
        <source>Vem</source>
        <translation>Who</translation>
    </message>
    <message>
        <source>Beräknas klar</source>
        <translation>Expected to be done</translation>
    </message>
    <message>
        <source>Var</source>
        <translation>Where</translation>
    </message>
</context>
<context>
    <name>VisitFields</name>
    <message>
        <source>Hur bestämdes besöket?</source>
        <translation>How was the visit agreed?</translation>
    </message>
    <message>
        <source>Kom du in?</source>
        <translation>Did you come in?</translation>
    </message>
    <message>
        <source>Vilka var med? (frivilligt)</source>
        <translation>Who was present? (optional)</translation>
    </message>
    <message>
        <source>Sa de andra som bor där ja?</source>
        <translation>Did the others who live there say yes?</translation>
    </message>
</context>
<context>
    <name>VisitPlanDetails</name>
    <message>
        <source>Var?</source>
        <translation>Where?</translation>
    </message>
    <message>
        <source>Följer med till incheckningen, som teamet ser. Skriv inte vem du besöker, och ingen adress som är skyddad.</source>
        <translation>Goes along to the check-in, which the team sees. Do not write whom you visit, nor an address that is protected.</translation>
    </message>
    <message>
        <source>Två går</source>
        <translation>Two go</translation>
    </message>
    <message>
        <source>Med vem? (frivilligt)</source>
        <translation>With whom? (optional)</translation>
    </message>
    <message>
        <source>Öppna personen</source>
        <translation>Open the person</translation>
    </message>
</context>
<context>
    <name>VisitPlanPage</name>
    <message>
        <source>Besöksplan</source>
        <translation>Visit plan</translation>
    </message>
    <message>
        <source>Checka in</source>
        <translation>Check in</translation>
    </message>
    <message>
        <source>Klar</source>
        <translation>Done</translation>
    </message>
    <message>
        <source>Stäng</source>
        <translation>Close</translation>
    </message>
    <message>
        <source>Ordna efter tid</source>
        <translation>Order by time</translation>
    </message>
</context>
<context>
    <name>VisitPlanRow</name>
    <message>
        <source>Checka in</source>
        <translation>Check in</translation>
    </message>
    <message>
        <source>Checka in, %1 %2</source>
        <translation>Check in, %1 %2</translation>
    </message>
    <message>
        <source>Tidigare</source>
        <translation>Earlier</translation>
    </message>
    <message>
        <source>Flytta tidigare, %1 %2</source>
        <translation>Move earlier, %1 %2</translation>
    </message>
    <message>
        <source>Senare</source>
        <translation>Later</translation>
    </message>
    <message>
        <source>Flytta senare, %1 %2</source>
        <translation>Move later, %1 %2</translation>
    </message>
</context>
<context>
    <name>VisitThings</name>
    <message>
        <source>Att ta med</source>
        <translation>To take along</translation>
    </message>
    <message>
        <source>Ta bort %1</source>
        <translation>Remove %1</translation>
    </message>
    <message>
        <source>Lägg till</source>
        <translation>Add</translation>
    </message>
    <message>
        <source>Öppet i akten. Tryck för att ta med:</source>
        <translation>Open in the file. Press to take along:</translation>
    </message>
    <message>
        <source>Ta med %1</source>
        <translation>Take along %1</translation>
    </message>
</context>
<context>
    <name>WeekPage</name>
    <message>
        <source>Min vecka</source>
        <translation>My week</translation>
    </message>
    <message>
        <source>Tidigare</source>
        <translation>Earlier</translation>
    </message>
    <message>
        <source>Senare</source>
        <translation>Later</translation>
    </message>
    <message>
        <source>Räknat på den här enheten, av det du har skrivit och som finns kvar här. Siffror om dina kontakter skickas ingenstans.</source>
        <translation>Counted on this device, from what you have written and what is still here. Figures on your contacts go nowhere.</translation>
    </message>
</context>
<context>
    <name>WhereFields</name>
    <message>
        <source>Var? (frivilligt)</source>
        <translation>Where? (optional)</translation>
    </message>
    <message>
        <source>Kommunens platser</source>
        <translation>The municipality&apos;s places</translation>
    </message>
    <message>
        <source>Genom vem? (frivilligt)</source>
        <translation>Through whom? (optional)</translation>
    </message>
    <message>
        <source>En verksamhet eller en person.</source>
        <translation>An activity or a person.</translation>
    </message>
    <message>
        <source>Verksamheter</source>
        <translation>Activities</translation>
    </message>
    <message>
        <source>Har personen sagt ja till att ni talar?</source>
        <translation>Has the person said yes to your talking?</translation>
    </message>
    <message>
        <source>Utan ett ja: lyssna, men berätta inget om personen, inte heller att ni har kontakt.</source>
        <translation>Without a yes: listen, but tell nothing about the person, not even that you are in contact.</translation>
    </message>
</context>
<context>
    <name>WhySheet</name>
    <message>
        <source>Varför i dag?</source>
        <translation>Why today?</translation>
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
        <source>Anslut nu</source>
        <translation>Connect now</translation>
    </message>
</context>
<context>
    <name>faltakt::viewmodels::ActItemListModel</name>
    <message>
        <source>År-månad-dag</source>
        <translation>Year-month-day</translation>
    </message>
</context>
<context>
    <name>faltakt::viewmodels::ActViewModel</name>
    <message>
        <source>Det här är skrivet i en annan version av blanketten och går inte att ändra här. Det står kvar.</source>
        <translation>This was written in another version of the form and cannot be changed here. It stays.</translation>
    </message>
    <message>
        <source>Det är signerat. Skriv ett tillägg i stället.</source>
        <translation>It is signed. Write an addendum instead.</translation>
    </message>
    <message>
        <source>Skriv en hel dag: år-månad-dag.</source>
        <translation>Write a whole day: year-month-day.</translation>
    </message>
    <message>
        <source>Dagen är i framtiden. Skriv vilken dag det var.</source>
        <translation>The day is in the future. Write which day it was.</translation>
    </message>
    <message>
        <source>Behövs för att spara.</source>
        <translation>Needed to save.</translation>
    </message>
    <message numerus="yes">
        <source>%n svar saknas eller behöver rättas. Inget är borta.</source>
        <translation>
            <numerusform>%n answer is missing or has to be corrected. Nothing is lost.</numerusform>
            <numerusform>%n answers are missing or have to be corrected. Nothing is lost.</numerusform>
        </translation>
    </message>
    <message>
        <source>Du ändrar något som är sparat.</source>
        <translation>You are changing something that is saved.</translation>
    </message>
    <message>
        <source>Det som stod senast är ifyllt. Ändra det som inte gäller längre.</source>
        <translation>What stood there last is filled in. Change what no longer holds.</translation>
    </message>
    <message>
        <source>Sparar …</source>
        <translation>Saving …</translation>
    </message>
    <message>
        <source>Spara i akten</source>
        <translation>Save in the file</translation>
    </message>
    <message>
        <source>Spara i akten: %1</source>
        <translation>Save in the file: %1</translation>
    </message>
    <message>
        <source>Sparat i akten</source>
        <translation>Saved in the file</translation>
    </message>
    <message>
        <source>Sparat hos %1</source>
        <translation>Saved with %1</translation>
    </message>
    <message>
        <source>Utkastet är borttaget</source>
        <translation>The draft is removed</translation>
    </message>
    <message>
        <source>Sparat här %1</source>
        <translation>Saved here %1</translation>
    </message>
    <message>
        <source>Raden är borttagen</source>
        <translation>The row is removed</translation>
    </message>
    <message>
        <source>blanketten</source>
        <translation>the form</translation>
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
    <name>faltakt::viewmodels::AreaItemListModel</name>
    <message numerus="yes">
        <source>%n rader</source>
        <translation>
            <numerusform>%n row</numerusform>
            <numerusform>%n rows</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>faltakt::viewmodels::AreaListModel</name>
    <message>
        <source>Allmänt</source>
        <translation>General</translation>
    </message>
    <message>
        <source>%1 av %2 svar</source>
        <translation>%1 of %2 answers</translation>
    </message>
</context>
<context>
    <name>faltakt::viewmodels::AreaPage</name>
    <message>
        <source>Avsluta samtalet</source>
        <translation>End the talk</translation>
    </message>
</context>
<context>
    <name>faltakt::viewmodels::AttachViewModel</name>
    <message>
        <source>Det finns inga foton på enheten. Ta ett foto, eller lägg ett i mappen Bilder.</source>
        <translation>There are no photos on the device. Take one, or put one into the folder of pictures.</translation>
    </message>
    <message>
        <source>Fotot är sparat. Originalet ligger kvar i %1, utanför akten.</source>
        <translation>The photo is saved. The original is still in %1, outside the file.</translation>
    </message>
    <message>
        <source>Fotot finns inte kvar där det låg. Välj ett annat.</source>
        <translation>The photo is no longer where it was. Choose another.</translation>
    </message>
    <message>
        <source>Det går bara att lägga till foton (JPEG och PNG). Ta ett foto av papperet.</source>
        <translation>Only photos can be added (JPEG and PNG). Take a photo of the paper.</translation>
    </message>
    <message>
        <source>Fotot går inte att läsa: filen är trasig. Välj ett annat.</source>
        <translation>The photo cannot be read: the file is broken. Choose another.</translation>
    </message>
    <message>
        <source>Fotot är för stort. Välj ett annat.</source>
        <translation>The photo is too large. Choose another.</translation>
    </message>
</context>
<context>
    <name>faltakt::viewmodels::AttachmentViewModel</name>
    <message>
        <source>Fotot är borttaget.</source>
        <translation>The photo is removed.</translation>
    </message>
    <message>
        <source>Fotot går inte att visa: det som kom var inte det som sparades. Hämta det igen.</source>
        <translation>The photo cannot be shown: what came is not what was saved. Fetch it again.</translation>
    </message>
    <message>
        <source>Servern har inte fått fotot än. Det kommer när enheten som tog det har skickat det.</source>
        <translation>The server does not have the photo yet. It comes when the device that took it has sent it.</translation>
    </message>
    <message>
        <source>Servern lämnar inte ut fotot: du har inte längre tillgång till akten.</source>
        <translation>The server does not hand out the photo: you no longer have access to the file.</translation>
    </message>
    <message>
        <source>Fotot hämtas när enheten har kontakt med servern.</source>
        <translation>The photo is fetched when the device is in contact with the server.</translation>
    </message>
    <message>
        <source>Fotot finns hos servern och inte på den här enheten.</source>
        <translation>The photo is at the server and not on this device.</translation>
    </message>
</context>
<context>
    <name>faltakt::viewmodels::BookingViewModel</name>
    <message>
        <source>Bokat: %1</source>
        <translation>Booked: %1</translation>
    </message>
</context>
<context>
    <name>faltakt::viewmodels::CallListModel</name>
    <message>
        <source>Öppna, %1, %2</source>
        <translation>Open, %1, %2</translation>
    </message>
    <message>
        <source>Ring, %1, %2</source>
        <translation>Call, %1, %2</translation>
    </message>
</context>
<context>
    <name>faltakt::viewmodels::CallListViewModel</name>
    <message>
        <source>Försenat</source>
        <translation>Overdue</translation>
    </message>
    <message>
        <source>Avtalat %1</source>
        <translation>Agreed %1</translation>
    </message>
    <message>
        <source>Senast %1</source>
        <translation>By %1</translation>
    </message>
    <message>
        <source>Förra: %1, %2</source>
        <translation>Last: %1, %2</translation>
    </message>
    <message>
        <source>Aldrig röstbrevlåda</source>
        <translation>Never voicemail</translation>
    </message>
    <message>
        <source>Inte prövat på den här tiden</source>
        <translation>Not tried at this hour</translation>
    </message>
    <message numerus="yes">
        <source>%n samtal att ringa</source>
        <translation>
            <numerusform>%n call to make</numerusform>
            <numerusform>%n calls to make</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>faltakt::viewmodels::CardEntriesViewModel</name>
    <message>
        <source>noterat %1</source>
        <translation>noted %1</translation>
    </message>
    <message>
        <source>ses över %1</source>
        <translation>to be looked over %1</translation>
    </message>
    <message>
        <source>Tidigare nummer</source>
        <translation>Former number</translation>
    </message>
    <message>
        <source>gäller till %1</source>
        <translation>valid until %1</translation>
    </message>
</context>
<context>
    <name>faltakt::viewmodels::CheckInForm</name>
    <message>
        <source>30 minuter</source>
        <translation>30 minutes</translation>
    </message>
    <message>
        <source>1 timme</source>
        <translation>1 hour</translation>
    </message>
    <message>
        <source>1,5 timme</source>
        <translation>1.5 hours</translation>
    </message>
    <message>
        <source>2 timmar</source>
        <translation>2 hours</translation>
    </message>
    <message>
        <source>Annan tid</source>
        <translation>Another time</translation>
    </message>
    <message>
        <source>Välj när du räknar med att vara klar.</source>
        <translation>Choose when you expect to be done.</translation>
    </message>
    <message>
        <source>Skriv klockslaget så här: 14:30.</source>
        <translation>Write the time like this: 14:30.</translation>
    </message>
    <message>
        <source>Klockslaget har passerat, eller ligger mer än tolv timmar fram.</source>
        <translation>That time has passed, or lies more than twelve hours ahead.</translation>
    </message>
</context>
<context>
    <name>faltakt::viewmodels::CheckInViewModel</name>
    <message>
        <source>Du är incheckad.</source>
        <translation>You are checked in.</translation>
    </message>
    <message>
        <source>Ny tid: %1.</source>
        <translation>New time: %1.</translation>
    </message>
    <message>
        <source>Du är utcheckad.</source>
        <translation>You are checked out.</translation>
    </message>
    <message>
        <source>Du har sagt att du tar hand om det.</source>
        <translation>You have said that you take care of it.</translation>
    </message>
    <message>
        <source>Telefonen kunde inte öppnas. Slå numret själv.</source>
        <translation>The phone could not be opened. Dial the number yourself.</translation>
    </message>
    <message>
        <source>Kontoret</source>
        <translation>The office</translation>
    </message>
    <message>
        <source>Kollega på besök</source>
        <translation>A colleague on a visit</translation>
    </message>
    <message>
        <source>Ensam på besök</source>
        <translation>Alone on a visit</translation>
    </message>
    <message>
        <source>Du hör inte till något team</source>
        <translation>You belong to no team</translation>
    </message>
    <message>
        <source>Ingen får veta om du inte checkar ut. Be den som sköter servern att lägga in dig i ett team.</source>
        <translation>Nobody is told if you do not check out. Ask whoever runs the server to put you into a team.</translation>
    </message>
    <message>
        <source>Teamet vet inte var du är</source>
        <translation>The team does not know where you are</translation>
    </message>
    <message>
        <source>Checka in innan du går in. Servern larmar teamet om du inte har checkat ut när tiden är ute.</source>
        <translation>Check in before you go in. The server alarms the team if you have not checked out when the time is over.</translation>
    </message>
    <message>
        <source>Det här är en utbildning: inget skickas, och ingen larmas.</source>
        <translation>This is training: nothing is sent, and nobody is alarmed.</translation>
    </message>
    <message>
        <source>Servern har larmat teamet</source>
        <translation>The server has alarmed the team</translation>
    </message>
    <message>
        <source>Ingen utcheckning hade kommit dit. Checka ut eller förläng, så upphör larmet.</source>
        <translation>No check-out had reached it. Check out or extend, and the alarm ends.</translation>
    </message>
    <message>
        <source>Teamet vet att du är ute till %1</source>
        <translation>The team knows that you are out until %1</translation>
    </message>
    <message>
        <source>Mottaget av servern %1. Kommer ingen utcheckning dit larmar den teamet.</source>
        <translation>Received by the server %1. If no check-out reaches it, it alarms the team.</translation>
    </message>
    <message>
        <source>Teamet vet inte om den nya tiden</source>
        <translation>The team does not know of the new time</translation>
    </message>
    <message>
        <source>Servern larmar vid den tid som du sa förut, så länge den nya inte har kommit fram.</source>
        <translation>The server alarms at the time you gave before, as long as the new one has not reached it.</translation>
    </message>
    <message>
        <source>Incheckningen har inte kommit fram till servern. Ring en kollega och säg var du är innan du går in.</source>
        <translation>The check-in has not reached the server. Ring a colleague and say where you are before you go in.</translation>
    </message>
    <message>
        <source>Du är utcheckad</source>
        <translation>You are checked out</translation>
    </message>
    <message>
        <source>Mottaget av servern %1.</source>
        <translation>Received by the server %1.</translation>
    </message>
    <message>
        <source>Utcheckningen har inte kommit fram</source>
        <translation>The check-out has not reached the server</translation>
    </message>
    <message>
        <source>Servern larmar teamet %1 om den inte har kommit fram då.</source>
        <translation>The server alarms the team %1 if it has not reached it by then.</translation>
    </message>
    <message>
        <source>Utcheckad här</source>
        <translation>Checked out here</translation>
    </message>
    <message>
        <source>Servern har inte fått veta om besöket, och larmar ingen.</source>
        <translation>The server was not told of the visit, and alarms nobody.</translation>
    </message>
    <message>
        <source>%1 har checkat ut</source>
        <translation>%1 has checked out</translation>
    </message>
    <message>
        <source>%1 är ute på besök</source>
        <translation>%1 is out on a visit</translation>
    </message>
    <message>
        <source>Beräknas klar %1.</source>
        <translation>Expected to be done %1.</translation>
    </message>
    <message>
        <source>%1 har inte checkat ut</source>
        <translation>%1 has not checked out</translation>
    </message>
    <message>
        <source>Tiden var ute %1. Ring. Svarar ingen: åk dit två, eller ring polisen.</source>
        <translation>The time was over %1. Ring. If nobody answers: go there, two of you, or ring the police.</translation>
    </message>
    <message>
        <source>%1 tar hand om det.</source>
        <translation>%1 takes care of it.</translation>
    </message>
</context>
<context>
    <name>faltakt::viewmodels::ChildrenViewModel</name>
    <message>
        <source>Sparat: %1</source>
        <translation>Saved: %1</translation>
    </message>
    <message>
        <source>Inget barn är skrivet än. Namnet behövs inte.</source>
        <translation>No child is written down yet. A name is not needed.</translation>
    </message>
</context>
<context>
    <name>faltakt::viewmodels::ClosingViewModel</name>
    <message>
        <source>Välj hur ärendet avslutas.</source>
        <translation>Choose how the matter is closed.</translation>
    </message>
    <message>
        <source>Välj varför det öppnas.</source>
        <translation>Choose why it is opened.</translation>
    </message>
    <message>
        <source>Skriv skälet, en mening räcker.</source>
        <translation>Write the reason; one sentence is enough.</translation>
    </message>
    <message>
        <source>Gör klart det som är öppet, eller kryssa i att det får ligga kvar.</source>
        <translation>Finish what is open, or tick that it may stay.</translation>
    </message>
    <message>
        <source>Någon annan hann före. Det du skrev är kvar.</source>
        <translation>Somebody else was before you. What you wrote is still here.</translation>
    </message>
    <message>
        <source>Sparat. Ärendet är avslutat.</source>
        <translation>Saved. The matter is closed.</translation>
    </message>
    <message>
        <source>Sparat. Ärendet är öppet igen.</source>
        <translation>Saved. The matter is open again.</translation>
    </message>
    <message>
        <source>Akten visas tillsammans med en annan</source>
        <translation>The file is shown together with another one</translation>
    </message>
    <message>
        <source>Ärendet är avslutat</source>
        <translation>The matter is closed</translation>
    </message>
    <message>
        <source>Avslutat: %1</source>
        <translation>Closed: %1</translation>
    </message>
    <message>
        <source>Avslutat %1: %2</source>
        <translation>Closed %1: %2</translation>
    </message>
    <message>
        <source>Avsluta den där allt visas, eller ta isär dem först.</source>
        <translation>Close the one that shows everything, or take them apart first.</translation>
    </message>
    <message>
        <source>Något nytt har hänt</source>
        <translation>Something new has happened</translation>
    </message>
    <message>
        <source>Det avslutades av misstag</source>
        <translation>It was closed by mistake</translation>
    </message>
    <message>
        <source>Inget är öppet i ärendet</source>
        <translation>Nothing is open in the matter</translation>
    </message>
    <message>
        <source>Det här är öppet i ärendet</source>
        <translation>This is open in the matter</translation>
    </message>
    <message>
        <source>Kommunen sparar för forskning: födda den %1 (%2)</source>
        <translation>The municipality keeps for research: born on the %1 (%2)</translation>
    </message>
</context>
<context>
    <name>faltakt::viewmodels::CodeScanViewModel</name>
    <message>
        <source>Fältakt hittar ingen kamera på enheten. Gå tillbaka och klistra in koden i stället.</source>
        <translation>Fältakt finds no camera on the device. Go back and paste the code instead.</translation>
    </message>
    <message>
        <source>Fältakt får inte använda kameran. Tillåt det i enhetens inställningar och försök igen, eller gå tillbaka och klistra in koden.</source>
        <translation>Fältakt may not use the camera. Allow it in the settings of the device and try again, or go back and paste the code.</translation>
    </message>
    <message>
        <source>Kameran ger ingen bild. Ett annat program kanske använder den. Stäng det och försök igen, eller gå tillbaka och klistra in koden.</source>
        <translation>The camera gives no picture. Another program may be using it. Close that and try again, or go back and paste the code.</translation>
    </message>
    <message>
        <source>Kameran slutade ge bilder. Försök igen, eller gå tillbaka och klistra in koden.</source>
        <translation>The camera stopped giving pictures. Try again, or go back and paste the code.</translation>
    </message>
    <message>
        <source>Kameran stängdes av efter tre minuter utan kod. Inget har sparats.</source>
        <translation>The camera was switched off after three minutes without a code. Nothing has been saved.</translation>
    </message>
    <message>
        <source>Startar kameran.</source>
        <translation>Starting the camera.</translation>
    </message>
    <message>
        <source>Håll koden i rutan.</source>
        <translation>Hold the code in the square.</translation>
    </message>
    <message>
        <source>Kameran är av.</source>
        <translation>The camera is off.</translation>
    </message>
    <message>
        <source>Det här är inte en kod från kontoret till Fältakt. Kameran letar vidare.</source>
        <translation>This is not a code from the office for Fältakt. The camera goes on looking.</translation>
    </message>
    <message>
        <source>Kameran stängdes av när Fältakt lades åt sidan.</source>
        <translation>The camera was switched off when Fältakt was put aside.</translation>
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
    <message>
        <source>Ni ändrade utan att se varandras ändring. Inget är borta: det du inte väljer finns kvar i historiken.</source>
        <translation>You both changed it without seeing each other&apos;s change. Nothing is lost: what you do not choose stays in the history.</translation>
    </message>
    <message>
        <source>Den ersätter båda. Du kan ångra.</source>
        <translation>It replaces both. You can undo it.</translation>
    </message>
    <message>
        <source>Någon har redan valt. Din text ersätter det som gäller nu. Du kan ångra.</source>
        <translation>Somebody has already chosen. Your text replaces what holds now. You can undo it.</translation>
    </message>
    <message>
        <source>Din text är borttagen.</source>
        <translation>Your text is removed.</translation>
    </message>
</context>
<context>
    <name>faltakt::viewmodels::ContactCardViewModel</name>
    <message>
        <source>%1. Namnet säger varför: bara numret står på kortet.</source>
        <translation>%1. The name says why: only the number is on the card.</translation>
    </message>
    <message>
        <source>Kommunens profil har inget nummer att ge. Be teamledaren: det skrivs in på servern.</source>
        <translation>The municipality&apos;s profile has no number to give. Ask the team leader: it is entered at the server.</translation>
    </message>
    <message>
        <source>Visa mitt förnamn, %1</source>
        <translation>Show my first name, %1</translation>
    </message>
    <message>
        <source>QR-kod som sparar %1 i mobilen</source>
        <translation>QR code that saves %1 in the phone</translation>
    </message>
    <message>
        <source>QR-kod som sparar %1, %2 i mobilen</source>
        <translation>QR code that saves %1, %2 in the phone</translation>
    </message>
    <message>
        <source>Skriv numret med siffror, minst tre.</source>
        <translation>Write the number in digits, at least three.</translation>
    </message>
</context>
<context>
    <name>faltakt::viewmodels::ContactViewModel</name>
    <message>
        <source>Välj vem kontakten gäller.</source>
        <translation>Choose whom the contact is about.</translation>
    </message>
    <message>
        <source>Välj hur kontakten skedde.</source>
        <translation>Choose how the contact was made.</translation>
    </message>
    <message>
        <source>Välj hur det gick. Allt annat får vara tomt.</source>
        <translation>Choose how it went. All else may be empty.</translation>
    </message>
    <message>
        <source>Sparar …</source>
        <translation>Saving …</translation>
    </message>
    <message>
        <source>Spara</source>
        <translation>Save</translation>
    </message>
    <message>
        <source>kontakten</source>
        <translation>the contact</translation>
    </message>
    <message>
        <source>Sparat hos %1</source>
        <translation>Saved with %1</translation>
    </message>
    <message>
        <source>Sparat här %1</source>
        <translation>Saved here %1</translation>
    </message>
    <message>
        <source>Spara i akten: %1</source>
        <translation>Save in the file: %1</translation>
    </message>
</context>
<context>
    <name>faltakt::viewmodels::ContactWayListModel</name>
    <message>
        <source>Andra kan svara</source>
        <translation>Others may answer</translation>
    </message>
    <message>
        <source>Genom %1</source>
        <translation>Through %1</translation>
    </message>
</context>
<context>
    <name>faltakt::viewmodels::ContactWayViewModel</name>
    <message>
        <source>Skriv numret.</source>
        <translation>Write the number.</translation>
    </message>
    <message>
        <source>Skriv hur man når personen.</source>
        <translation>Write how to reach the person.</translation>
    </message>
    <message>
        <source>Numret går inte att ringa. Läs siffrorna en gång till.</source>
        <translation>The number cannot be called. Read the digits once more.</translation>
    </message>
    <message>
        <source>Kontaktvägen är sparad.</source>
        <translation>The contact way is saved.</translation>
    </message>
    <message>
        <source>Kontaktvägen är ändrad.</source>
        <translation>The contact way is changed.</translation>
    </message>
    <message>
        <source>Kontaktvägen är borttagen.</source>
        <translation>The contact way is removed.</translation>
    </message>
    <message>
        <source>Sms går inte till ett nummer som andra läser. Välj ett annat sätt.</source>
        <translation>No text messages to a number that others read. Choose another way.</translation>
    </message>
</context>
<context>
    <name>faltakt::viewmodels::ContentPackList</name>
    <message>
        <source>Hämtas</source>
        <translation>Being fetched</translation>
    </message>
    <message>
        <source>Används</source>
        <translation>In use</translation>
    </message>
    <message>
        <source>Gäller från %1</source>
        <translation>Valid from %1</translation>
    </message>
    <message>
        <source>Används inte</source>
        <translation>Not in use</translation>
    </message>
    <message>
        <source>Paketet är skadat. Säg till kontoret om det inte har ordnat sig i morgon.</source>
        <translation>The pack is damaged. Tell the office if it has not come right by tomorrow.</translation>
    </message>
    <message>
        <source>Paketet är inte undertecknat av den utgivare som det anger. Säg till kontoret.</source>
        <translation>The pack is not signed by the publisher that it names. Tell the office.</translation>
    </message>
    <message>
        <source>Utgivaren är inte känd på den här enheten.</source>
        <translation>The publisher is not known on this device.</translation>
    </message>
    <message>
        <source>En nyare version finns redan här.</source>
        <translation>A newer version is here already.</translation>
    </message>
    <message>
        <source>Ett annat paket med samma version finns redan här. Säg till kontoret.</source>
        <translation>Another pack of the same version is here already. Tell the office.</translation>
    </message>
    <message>
        <source>Den här versionen av appen kan inte läsa paketet.</source>
        <translation>This version of the app cannot read the pack.</translation>
    </message>
    <message>
        <source>Ett formulär i paketet räknar inte som paketets egna provsvar säger. Säg till kontoret.</source>
        <translation>A form in the pack does not count as the pack&apos;s own test answers say. Tell the office.</translation>
    </message>
    <message>
        <source>Paketet kräver en nyare version av appen.</source>
        <translation>The pack needs a newer version of the app.</translation>
    </message>
    <message>
        <source>Frågorna om våld skulle inte längre skyddas som de ska. Säg till kontoret.</source>
        <translation>The questions about violence would no longer be protected as they should be. Tell the office.</translation>
    </message>
    <message>
        <source>Ett formulär i paketet räknar annorlunda men har samma version som appens eget. Säg till kontoret.</source>
        <translation>A form in the pack counts otherwise but has the same version as the app&apos;s own. Tell the office.</translation>
    </message>
    <message>
        <source>Paketet som används kommer från en annan utgivare. Fråga kontoret innan du skriver den nyas kod.</source>
        <translation>The pack in use is from another publisher. Ask the office before you type the new one&apos;s code.</translation>
    </message>
    <message>
        <source>%1, version %2</source>
        <translation>%1, version %2</translation>
    </message>
    <message>
        <source>Utgivare: %1. Licens: %2.</source>
        <translation>Publisher: %1. Licence: %2.</translation>
    </message>
    <message>
        <source>Ingen utgivare har den koden. Jämför med brevet från utgivaren.</source>
        <translation>No publisher has that code. Compare it with the publisher&apos;s letter.</translation>
    </message>
    <message>
        <source>Utgivaren är känd från och med nu.</source>
        <translation>The publisher is known from now on.</translation>
    </message>
    <message>
        <source>%1 Frågorna ställs som förut.</source>
        <translation>%1 The questions are asked as before.</translation>
    </message>
</context>
<context>
    <name>faltakt::viewmodels::DangerSignViewModel</name>
    <message>
        <source>Sparat: tecken på fara.</source>
        <translation>Saved: signs of danger.</translation>
    </message>
    <message>
        <source>Sparat: inget tecken på fara.</source>
        <translation>Saved: no sign of danger.</translation>
    </message>
</context>
<context>
    <name>faltakt::viewmodels::DayEndViewModel</name>
    <message>
        <source>%1. Två versioner, välj en först.</source>
        <translation>%1. Two versions, choose one first.</translation>
    </message>
    <message numerus="yes">
        <source>%n ändringar är inte skickade</source>
        <translation>
            <numerusform>%n change is not sent</numerusform>
            <numerusform>%n changes are not sent</numerusform>
        </translation>
    </message>
    <message>
        <source>De ligger krypterade här och går när det finns nät.</source>
        <translation>They are here, encrypted, and go when there is a network.</translation>
    </message>
    <message numerus="yes">
        <source>%n ändringar behöver din hjälp</source>
        <translation>
            <numerusform>%n change needs your help</numerusform>
            <numerusform>%n changes need your help</numerusform>
        </translation>
    </message>
    <message>
        <source>Servern tog inte emot dem. De finns kvar här.</source>
        <translation>The server did not take them. They are still here.</translation>
    </message>
    <message numerus="yes">
        <source>%n rader kvar på I dag</source>
        <translation>
            <numerusform>%n row left on Today</numerusform>
            <numerusform>%n rows left on Today</numerusform>
        </translation>
    </message>
    <message>
        <source>De står kvar i morgon.</source>
        <translation>They are still there tomorrow.</translation>
    </message>
    <message numerus="yes">
        <source>%n påbörjade utkast</source>
        <translation>
            <numerusform>%n draft begun</numerusform>
            <numerusform>%n drafts begun</numerusform>
        </translation>
    </message>
    <message>
        <source>De ligger kvar på I dag.</source>
        <translation>They stay on Today.</translation>
    </message>
    <message numerus="yes">
        <source>%n frågor utan person</source>
        <translation>
            <numerusform>%n screening without a person</numerusform>
            <numerusform>%n screenings without a person</numerusform>
        </translation>
    </message>
    <message>
        <source>Koppla dem, annars tas de bort.</source>
        <translation>Attach them, or they will be removed.</translation>
    </message>
    <message numerus="yes">
        <source>%n ställen med två versioner</source>
        <translation>
            <numerusform>%n place with two versions</numerusform>
            <numerusform>%n places with two versions</numerusform>
        </translation>
    </message>
    <message>
        <source>Inget är borta.</source>
        <translation>Nothing is gone.</translation>
    </message>
    <message>
        <source>Räknare</source>
        <translation>Counter</translation>
    </message>
    <message numerus="yes">
        <source>%n räknade den här veckan</source>
        <translation>
            <numerusform>%n counted this week</numerusform>
            <numerusform>%n counted this week</numerusform>
        </translation>
    </message>
    <message>
        <source>Inget mer står öppet</source>
        <translation>Nothing else is open</translation>
    </message>
    <message>
        <source>Det här står kvar</source>
        <translation>This stays open</translation>
    </message>
    <message>
        <source>Inget bokat i morgon</source>
        <translation>Nothing booked tomorrow</translation>
    </message>
    <message>
        <source>I morgon</source>
        <translation>Tomorrow</translation>
    </message>
    <message>
        <source>Du är incheckad till %1</source>
        <translation>You are checked in until %1</translation>
    </message>
    <message>
        <source>Checka ut, annars larmar servern teamet.</source>
        <translation>Check out, or the server alarms the team.</translation>
    </message>
    <message>
        <source>%1. Personen har inte skrivit under än.</source>
        <translation>%1. The person has not signed yet.</translation>
    </message>
    <message>
        <source>Det som går att signera låses. Rättelser görs sedan som tillägg.</source>
        <translation>What can be signed is locked. Corrections are then made as addenda.</translation>
    </message>
    <message numerus="yes">
        <source>%n poster är signerade och låsta</source>
        <translation>
            <numerusform>%n entry is signed and locked</numerusform>
            <numerusform>%n entries are signed and locked</numerusform>
        </translation>
    </message>
    <message>
        <source>Inget att signera</source>
        <translation>Nothing to sign</translation>
    </message>
    <message numerus="yes">
        <source>%n poster att signera</source>
        <translation>
            <numerusform>%n entry to sign</numerusform>
            <numerusform>%n entries to sign</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Signera %n poster</source>
        <translation>
            <numerusform>Sign %n entry</numerusform>
            <numerusform>Sign %n entries</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>faltakt::viewmodels::DecisionsViewModel</name>
    <message>
        <source>Plan: se vad som gäller</source>
        <translation>Plan: see what holds</translation>
    </message>
    <message numerus="yes">
        <source>%n beslut gäller</source>
        <translation>
            <numerusform>%n decision in force</numerusform>
            <numerusform>%n decisions in force</numerusform>
        </translation>
    </message>
    <message>
        <source>%1. Till %2</source>
        <translation>%1. Until %2</translation>
    </message>
    <message>
        <source>Inget beslut och ingen plan är noterade här. Besluten finns på kontoret.</source>
        <translation>No decision and no plan is noted here. The decisions are at the office.</translation>
    </message>
    <message>
        <source>Så långt det är noterat här. Vem som beslutade och på vilken grund står i beslutet, på kontoret.</source>
        <translation>As far as it is noted here. Who decided and on what ground stands in the decision, at the office.</translation>
    </message>
    <message>
        <source>Fick det %1</source>
        <translation>Received %1</translation>
    </message>
    <message>
        <source>Från %1</source>
        <translation>From %1</translation>
    </message>
    <message>
        <source>Gäller till %1</source>
        <translation>Holds until %1</translation>
    </message>
    <message>
        <source>Inget slut är noterat</source>
        <translation>No end is noted</translation>
    </message>
    <message>
        <source>Uppföljd %1</source>
        <translation>Followed up %1</translation>
    </message>
    <message>
        <source>Följs upp %1</source>
        <translation>To be followed up %1</translation>
    </message>
</context>
<context>
    <name>faltakt::viewmodels::DeputyViewModel</name>
    <message>
        <source>%1 till %2</source>
        <translation>%1 to %2</translation>
    </message>
    <message>
        <source>avslutad i förtid</source>
        <translation>ended early</translation>
    </message>
    <message numerus="yes">
        <source>%n ärenden</source>
        <translation>
            <numerusform>%n matter</numerusform>
            <numerusform>%n matters</numerusform>
        </translation>
    </message>
    <message>
        <source>öppnade akten %1: %2</source>
        <translation>opened the file on %1: %2</translation>
    </message>
    <message>
        <source>Skriv ett datum.</source>
        <translation>Write a date.</translation>
    </message>
    <message>
        <source>Skriv datumet som 2026-12-24.</source>
        <translation>Write the date like 2026-12-24.</translation>
    </message>
    <message>
        <source>Den dagen finns inte.</source>
        <translation>There is no such day.</translation>
    </message>
    <message>
        <source>Välj vem som är ersättare.</source>
        <translation>Choose who is the deputy.</translation>
    </message>
    <message>
        <source>Sista dagen är före den första.</source>
        <translation>The last day is before the first one.</translation>
    </message>
    <message>
        <source>Den dagen har varit.</source>
        <translation>That day is over.</translation>
    </message>
    <message>
        <source>Högst ett år. Är du borta längre lämnar du över ärendet.</source>
        <translation>A year at most. If you are away for longer, hand over the matter.</translation>
    </message>
    <message>
        <source>Sparat. Gäller när det har synkats.</source>
        <translation>Saved. It holds once it is synced.</translation>
    </message>
    <message>
        <source>Avslutat. Gäller när det har synkats.</source>
        <translation>Ended. It holds once it is synced.</translation>
    </message>
    <message>
        <source>Alla dina ärenden</source>
        <translation>All your matters</translation>
    </message>
    <message numerus="yes">
        <source>Gäller %n ärenden.</source>
        <translation>
            <numerusform>For %n matter.</numerusform>
            <numerusform>For %n matters.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n med skyddade personuppgifter är inte med: utse ersättare från personens sida.</source>
        <translation>
            <numerusform>%n with protected identity is left out: name a deputy from the person’s page.</numerusform>
            <numerusform>%n with protected identity are left out: name a deputy from the person’s page.</numerusform>
        </translation>
    </message>
    <message>
        <source>Den som är ansvarig utser ersättare.</source>
        <translation>Whoever is responsible names deputies.</translation>
    </message>
    <message>
        <source>Enheten känner inga kollegor i ditt team. Synka och försök igen.</source>
        <translation>The device knows no colleagues of your team. Sync and try again.</translation>
    </message>
    <message>
        <source>Du är inte ansvarig för något öppet ärende.</source>
        <translation>You are responsible for no open matter.</translation>
    </message>
    <message>
        <source>I dag</source>
        <translation>Today</translation>
    </message>
    <message>
        <source>En vecka</source>
        <translation>One week</translation>
    </message>
    <message>
        <source>Två veckor</source>
        <translation>Two weeks</translation>
    </message>
</context>
<context>
    <name>faltakt::viewmodels::EmergencyViewModel</name>
    <message>
        <source>Enheten kunde inte ringa. Slå numret på en annan telefon.</source>
        <translation>The device could not call. Dial the number on another phone.</translation>
    </message>
    <message>
        <source>Numret är inte inlagt. Kommunens växel: %1</source>
        <translation>The number has not been entered. Municipal switchboard: %1</translation>
    </message>
    <message>
        <source>Numret är inte inlagt. Be teamledaren: det skrivs in i kommunens profil på servern.</source>
        <translation>The number has not been entered. Ask the team leader: it is entered in the municipality&apos;s profile on the server.</translation>
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
    <name>faltakt::viewmodels::FileOffer</name>
    <message>
        <source>Enheten har ingenstans att lägga en fil. Sätt i ett minne och försök igen.</source>
        <translation>The device has nowhere to put a file. Plug in a memory stick and try again.</translation>
    </message>
    <message>
        <source>Välj var filen ska ligga.</source>
        <translation>Choose where the file should go.</translation>
    </message>
    <message>
        <source>Det är fullt där. Inget är sparat. Välj en annan plats.</source>
        <translation>It is full there. Nothing is saved. Choose another place.</translation>
    </message>
    <message>
        <source>Filen gick inte att spara där. Inget är sparat. Välj en annan plats.</source>
        <translation>The file could not be saved there. Nothing is saved. Choose another place.</translation>
    </message>
    <message>
        <source>Sparad: %1</source>
        <translation>Saved: %1</translation>
    </message>
    <message>
        <source>PDF</source>
        <translation>PDF</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Text</translation>
    </message>
</context>
<context>
    <name>faltakt::viewmodels::FormCheck</name>
    <message>
        <source>Ur innehållspaketet %1</source>
        <translation>From the content pack %1</translation>
    </message>
    <message numerus="yes">
        <source>%n provsvar rätt</source>
        <translation>
            <numerusform>%n test answer right</numerusform>
            <numerusform>%n test answers right</numerusform>
        </translation>
    </message>
    <message>
        <source>Räknar fel</source>
        <translation>Counts wrong</translation>
    </message>
    <message>
        <source>Alla formulär räknar rätt.</source>
        <translation>Every form counts right.</translation>
    </message>
    <message>
        <source>Räknar fel på den här enheten: %1. Vänta med det tills kontoret har svarat. Allt som är sparat finns kvar.</source>
        <translation>Counts wrong on this device: %1. Wait with it until the office has answered. Everything that was saved is still there.</translation>
    </message>
    <message>
        <source>%1 av %2 formulär</source>
        <translation>%1 of %2 forms</translation>
    </message>
</context>
<context>
    <name>faltakt::viewmodels::FormMoment</name>
    <message>
        <source>När: %1</source>
        <translation>When: %1</translation>
    </message>
</context>
<context>
    <name>faltakt::viewmodels::FormPerson</name>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
</context>
<context>
    <name>faltakt::viewmodels::FormsListModel</name>
    <message>
        <source>Screening</source>
        <translation>Screening</translation>
    </message>
    <message>
        <source>Intervjuer</source>
        <translation>Interviews</translation>
    </message>
    <message>
        <source>Skriva upp vad någon annan har gjort</source>
        <translation>Write down what somebody else has done</translation>
    </message>
    <message>
        <source>För den som har utbildning i %1.</source>
        <translation>For those trained in %1.</translation>
    </message>
    <message>
        <source>%1 till %2 år.</source>
        <translation>%1 to %2 years.</translation>
    </message>
    <message>
        <source>Från %1 år.</source>
        <translation>From %1 years.</translation>
    </message>
    <message>
        <source>Nytt i akten</source>
        <translation>New in the file</translation>
    </message>
    <message>
        <source>Planer och uppföljning</source>
        <translation>Plans and follow-up</translation>
    </message>
    <message>
        <source>Samtycke och fullmakt</source>
        <translation>Consent and power of attorney</translation>
    </message>
    <message>
        <source>Särskilda lägen</source>
        <translation>Special situations</translation>
    </message>
    <message>
        <source>I teamets akt, aldrig i en persons.</source>
        <translation>In the team&apos;s file, never in a person&apos;s.</translation>
    </message>
</context>
<context>
    <name>faltakt::viewmodels::FormsViewModel</name>
    <message>
        <source>Utan ärende. Inget sparas om vem.</source>
        <translation>No case. Nothing is stored about who.</translation>
    </message>
    <message>
        <source>Ingen träff på &quot;%1&quot;.</source>
        <translation>No hit for &quot;%1&quot;.</translation>
    </message>
    <message numerus="yes">
        <source>%n formulär</source>
        <translation>
            <numerusform>%n form</numerusform>
            <numerusform>%n forms</numerusform>
        </translation>
    </message>
    <message>
        <source>Nytt i akten</source>
        <translation>New in the file</translation>
    </message>
    <message>
        <source>Alla formulär</source>
        <translation>All forms</translation>
    </message>
    <message>
        <source>Kommunen: ska användas.</source>
        <translation>The municipality: has to be used.</translation>
    </message>
    <message>
        <source>Kommunen: ska användas %1.</source>
        <translation>The municipality: has to be used %1.</translation>
    </message>
</context>
<context>
    <name>faltakt::viewmodels::GuidanceCardViewModel</name>
    <message>
        <source>Ring %1</source>
        <translation>Call %1</translation>
    </message>
    <message>
        <source>Enheten kunde inte ringa. Slå numret på en annan telefon.</source>
        <translation>The device could not call. Dial the number on another phone.</translation>
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
    <name>faltakt::viewmodels::GuidedTalkViewModel</name>
    <message>
        <source>Steg %1 av %2</source>
        <translation>Step %1 of %2</translation>
    </message>
    <message>
        <source>Det här steget är för ett ostört samtal. Svara först på om personen kan prata ostört.</source>
        <translation>This step is for a talk in private. First answer whether the person can talk freely.</translation>
    </message>
    <message>
        <source>Starta samtalsstöd, %1 steg</source>
        <translation>Start the guided talk, %1 steps</translation>
    </message>
</context>
<context>
    <name>faltakt::viewmodels::HandoverViewModel</name>
    <message numerus="yes">
        <source>Här kommer %n frågor. Du väljer själv vad du vill svara på.</source>
        <translation>
            <numerusform>Here comes %n question. You choose whether to answer.</numerusform>
            <numerusform>Here are %n questions. You choose what to answer.</numerusform>
        </translation>
    </message>
    <message>
        <source>Personen har inte svarat på någon fråga.</source>
        <translation>The person has not answered any question.</translation>
    </message>
    <message>
        <source>Personen har gått igenom alla frågor.</source>
        <translation>The person has gone through all questions.</translation>
    </message>
    <message>
        <source>Personen har gått igenom %1 av %2 frågor. Svaren är sparade.</source>
        <translation>The person has gone through %1 of %2 questions. The answers are saved.</translation>
    </message>
    <message>
        <source>Ta tillbaka surfplattan</source>
        <translation>Take the tablet back</translation>
    </message>
    <message>
        <source>Bara den som lämnade surfplattan kan gå vidare. Svaren är sparade.</source>
        <translation>Only the one who handed the tablet over can go on. The answers are saved.</translation>
    </message>
</context>
<context>
    <name>faltakt::viewmodels::InterviewRows</name>
    <message>
        <source>Tom rad</source>
        <translation>Empty row</translation>
    </message>
    <message>
        <source>Ingen rad än.</source>
        <translation>No row yet.</translation>
    </message>
    <message numerus="yes">
        <source>%n rader</source>
        <translation>
            <numerusform>%n row</numerusform>
            <numerusform>%n rows</numerusform>
        </translation>
    </message>
    <message>
        <source>Raden är borttagen</source>
        <translation>The row is removed</translation>
    </message>
</context>
<context>
    <name>faltakt::viewmodels::InterviewViewModel</name>
    <message>
        <source>fråga %1</source>
        <translation>question %1</translation>
    </message>
    <message>
        <source>Sparat här</source>
        <translation>Saved here</translation>
    </message>
    <message>
        <source>%1. %2</source>
        <translation>%1. %2</translation>
    </message>
    <message>
        <source>När du väljer ett svar kommer nästa fråga.</source>
        <translation>When you choose an answer the next question comes.</translation>
    </message>
    <message>
        <source>Personen avstår. Det är sparat, utan orsak.</source>
        <translation>The person declines. That is saved, without a reason.</translation>
    </message>
    <message>
        <source>Alla frågor är besvarade.</source>
        <translation>All questions are answered.</translation>
    </message>
    <message>
        <source>Alla frågor är ställda. %1</source>
        <translation>All questions have been asked. %1</translation>
    </message>
    <message>
        <source>De här frågorna påbörjades med en annan version av formuläret och går inte att fortsätta här. Svaren finns kvar.</source>
        <translation>These questions were begun with another version of the form and cannot be continued here. The answers are kept.</translation>
    </message>
    <message>
        <source>Svaret är inte sparat än. Det står kvar här.</source>
        <translation>The answer is not saved yet. It still stands here.</translation>
    </message>
    <message>
        <source>Svaret blev inte sparat. Fråga en gång till.</source>
        <translation>The answer was not saved. Ask once more.</translation>
    </message>
    <message>
        <source>skattningarna</source>
        <translation>the ratings</translation>
    </message>
    <message>
        <source>%1 Svar: %2</source>
        <translation>%1 Answer: %2</translation>
    </message>
    <message>
        <source>Nästa</source>
        <translation>Next</translation>
    </message>
    <message>
        <source>Hoppa över</source>
        <translation>Skip</translation>
    </message>
    <message>
        <source>Samtalets frågor är klara. Dina skattningar gör du när personen inte ser skärmen.</source>
        <translation>The questions of the talk are done. Make your ratings when the person does not see the screen.</translation>
    </message>
    <message>
        <source>Klar, visa resultatet</source>
        <translation>Done, show the result</translation>
    </message>
    <message>
        <source>Klar, visa svaren</source>
        <translation>Done, show the answers</translation>
    </message>
    <message>
        <source>Kryssa först i att personen är ensam. Är någon annan med: boka ett annat möte.</source>
        <translation>Tick first that the person is alone. If somebody else is there: book another meeting.</translation>
    </message>
    <message>
        <source>Här står något skrivet som inte är sparat som svar. Rätta det eller töm fältet.</source>
        <translation>Something is written here that is not saved as an answer. Correct it, or empty the field.</translation>
    </message>
    <message numerus="yes">
        <source>%n svar blev inte sparade. Fråga dem en gång till.</source>
        <translation>
            <numerusform>%n answer was not saved. Ask once more.</numerusform>
            <numerusform>%n answers were not saved. Ask them once more.</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 av %2 frågor har ett svar</source>
        <translation>%1 of %2 questions have an answer</translation>
    </message>
    <message>
        <source>Svar i ett trygghetssamtal visas under Svaren hittills.</source>
        <translation>Answers of a safety talk show under The answers so far.</translation>
    </message>
    <message>
        <source>Utan ärende</source>
        <translation>Without a case</translation>
    </message>
    <message>
        <source>Ärendet är avslutat. Öppna det igen för att ställa frågorna. Svar som redan finns är kvar.</source>
        <translation>The matter is closed. Open it again to ask the questions. Answers that are there already are kept.</translation>
    </message>
</context>
<context>
    <name>faltakt::viewmodels::LetterViewModel</name>
    <message>
        <source>Det finns inget brev att skicka</source>
        <translation>There is no letter to send</translation>
    </message>
    <message>
        <source>Brevet kan inte skickas</source>
        <translation>The letter cannot be sent</translation>
    </message>
    <message>
        <source>Brevet väntar på dig</source>
        <translation>The letter waits for you</translation>
    </message>
    <message>
        <source>Brevet är inte begärt</source>
        <translation>The letter has not been asked for</translation>
    </message>
    <message>
        <source>Klart att skickas, begärt %1</source>
        <translation>Ready to be sent, asked for %1</translation>
    </message>
    <message>
        <source>Skickat %1</source>
        <translation>Sent %1</translation>
    </message>
    <message>
        <source>Skickat %1: %2</source>
        <translation>Sent %1: %2</translation>
    </message>
    <message>
        <source>Fråga teamledaren om en säker väg till personen.</source>
        <translation>Ask the team leader for a safe way to the person.</translation>
    </message>
    <message>
        <source>Skriv adressen på personens kort, eller sök personen på ett annat sätt.</source>
        <translation>Write the address on the person&apos;s card, or look for the person in another way.</translation>
    </message>
    <message>
        <source>Ta ställning. Släpper du brevet räknas det som att du har sett det som står här.</source>
        <translation>Decide. Letting the letter go counts as having seen what stands here.</translation>
    </message>
    <message>
        <source>Kontoret skriver ut brevet, eller så gör du det själv när det är begärt.</source>
        <translation>The office prints the letter, or you do it yourself once it is asked for.</translation>
    </message>
    <message>
        <source>Kontoret skriver ut och skickar, eller så gör du det härifrån.</source>
        <translation>The office prints and sends it, or you do it from here.</translation>
    </message>
    <message>
        <source>Släpp brevet</source>
        <translation>Let the letter go</translation>
    </message>
    <message>
        <source>Be om brevet</source>
        <translation>Ask for the letter</translation>
    </message>
    <message>
        <source>Be om brevet ändå</source>
        <translation>Ask for the letter anyway</translation>
    </message>
    <message>
        <source>%1. Brevet finns på svenska: ta ställning till om det ska översättas.</source>
        <translation>%1. The letter is in Swedish: decide whether it should be translated.</translation>
    </message>
    <message>
        <source>Kryssa i att du skriver ut filen och sedan tar bort den.</source>
        <translation>Tick that you print the file and then remove it.</translation>
    </message>
    <message>
        <source>Sparat. Brevet får gå.</source>
        <translation>Saved. The letter may go.</translation>
    </message>
    <message>
        <source>Sparat. Brevet är begärt.</source>
        <translation>Saved. The letter is asked for.</translation>
    </message>
    <message>
        <source>Välj varför brevet ska vänta.</source>
        <translation>Choose why the letter should wait.</translation>
    </message>
    <message>
        <source>Välj hur brevet gick.</source>
        <translation>Choose how the letter went.</translation>
    </message>
    <message>
        <source>Sparat. Brevet väntar.</source>
        <translation>Saved. The letter waits.</translation>
    </message>
    <message>
        <source>Sparat. Brevet är skickat.</source>
        <translation>Saved. The letter was sent.</translation>
    </message>
    <message>
        <source>Namnen är dolda. Visa dem för att spara brevet.</source>
        <translation>Names are hidden. Show them to save the letter.</translation>
    </message>
    <message>
        <source>Fyll i det som saknas. Ett brev med luckor skrivs inte ut.</source>
        <translation>Fill in what is missing. A letter with gaps is not printed.</translation>
    </message>
    <message>
        <source>Kommunens mall har luckor som det här brevet inte kan fylla. Be kontoret skriva ut det.</source>
        <translation>The municipality&apos;s template has gaps that this letter cannot fill. Ask the office to print it.</translation>
    </message>
    <message>
        <source>brev</source>
        <translation>letter</translation>
    </message>
</context>
<context>
    <name>faltakt::viewmodels::LettersViewModel</name>
    <message>
        <source>Begärt %1. Öppna för att se varför det väntar.</source>
        <translation>Asked for %1. Open to see why it waits.</translation>
    </message>
    <message>
        <source>Rapporten kom %1</source>
        <translation>The report came %1</translation>
    </message>
    <message>
        <source>Begärt %1</source>
        <translation>Asked for %1</translation>
    </message>
    <message>
        <source>Skickat %1</source>
        <translation>Sent %1</translation>
    </message>
    <message numerus="yes">
        <source>%n brev väntar</source>
        <translation>
            <numerusform>%n letter waits</numerusform>
            <numerusform>%n letters wait</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>faltakt::viewmodels::LobContactViewModel</name>
    <message>
        <source>Brevet är begärt hos kontoret</source>
        <translation>The letter has been asked for at the office</translation>
    </message>
    <message>
        <source>Kan inte prata nu</source>
        <translation>Can&apos;t talk now</translation>
    </message>
    <message>
        <source>Fick kontakt</source>
        <translation>Reached</translation>
    </message>
    <message>
        <source>Samtalsstöd</source>
        <translation>Guided talk</translation>
    </message>
    <message>
        <source>Avsluta utan kontakt</source>
        <translation>Finish without contact</translation>
    </message>
    <message>
        <source>Uppföljning efter LOB</source>
        <translation>Follow-up after LOB</translation>
    </message>
    <message>
        <source>Påbörjat %1</source>
        <translation>Started %1</translation>
    </message>
    <message>
        <source>Sparat: %1</source>
        <translation>Saved: %1</translation>
    </message>
    <message>
        <source>Nästa gång: %1</source>
        <translation>Next time: %1</translation>
    </message>
    <message>
        <source>Sparat här %1</source>
        <translation>Saved here %1</translation>
    </message>
    <message>
        <source>Inga fler försök och inget brev. Det som gäller barn ligger kvar.</source>
        <translation>No more tries and no letter. What concerns children stays.</translation>
    </message>
    <message>
        <source>Försöken slutar, och ett brev som inte har gått skickas inte.</source>
        <translation>The tries end, and a letter that has not gone is not sent.</translation>
    </message>
    <message>
        <source>Nästa försök bokas så att en tolk hinner ordnas.</source>
        <translation>The next try is booked so that there is time to arrange an interpreter.</translation>
    </message>
    <message>
        <source>samtalsstödet</source>
        <translation>the guided talk</translation>
    </message>
    <message>
        <source>samtalet</source>
        <translation>the talk</translation>
    </message>
    <message>
        <source>försöket</source>
        <translation>the attempt</translation>
    </message>
    <message>
        <source>Telefonen kunde inte öppnas. Slå numret själv. Försöket är påbörjat.</source>
        <translation>The phone could not be opened. Dial the number yourself. The attempt has begun.</translation>
    </message>
    <message>
        <source>Skriv varför det avslutas. Det räcker med en mening.</source>
        <translation>Write why it is closed. One sentence is enough.</translation>
    </message>
    <message>
        <source>Avslutat utan kontakt</source>
        <translation>Closed without contact</translation>
    </message>
    <message>
        <source>Inget mer att göra just nu.</source>
        <translation>Nothing more to do just now.</translation>
    </message>
    <message>
        <source>Sedan: %1</source>
        <translation>Then: %1</translation>
    </message>
    <message>
        <source>Säg ditt namn och vem du söker. Låt den som svarar själv säga sitt för- och efternamn. Nämn varken var du arbetar, LOB eller födelsedatum.</source>
        <translation>Say your name and who you are looking for. Let whoever answers say their first and family name themselves. Mention neither where you work, nor LOB, nor a date of birth.</translation>
    </message>
    <message>
        <source>Säg bara ditt namn och vem du söker. Var du arbetar, LOB och skälet nämns inte, inte heller om någon frågar: ”Det tar jag med personen själv.” Lämna inget annat meddelande.</source>
        <translation>Say only your name and who you are looking for. Where you work, LOB and the reason are not mentioned, not even if somebody asks: “I will take that up with the person.” Leave no other message.</translation>
    </message>
    <message>
        <source>Säg inget om var du arbetar, om LOB eller om skälet innan du vet att det är personen själv.</source>
        <translation>Say nothing of where you work, of LOB or of the reason before you know that it is the person.</translation>
    </message>
    <message>
        <source>Vem talar jag med?</source>
        <translation>Who am I talking to?</translation>
    </message>
    <message>
        <source>Sms-appen kunde inte öppnas. Skriv meddelandet själv på telefonen.</source>
        <translation>The message app could not be opened. Write the message on the phone yourself.</translation>
    </message>
    <message>
        <source>Skicka sms</source>
        <translation>Send a text message</translation>
    </message>
</context>
<context>
    <name>faltakt::viewmodels::LobHeaderViewModel</name>
    <message>
        <source>Omhändertagen enligt LOB</source>
        <translation>In custody under LOB</translation>
    </message>
    <message>
        <source>Ingen LOB-rapport</source>
        <translation>No LOB report</translation>
    </message>
    <message>
        <source>Omhändertagen %1</source>
        <translation>In custody %1</translation>
    </message>
    <message>
        <source>Försök %1 av %2</source>
        <translation>Attempt %1 of %2</translation>
    </message>
    <message>
        <source>Förra: %1, %2</source>
        <translation>Last: %1, %2</translation>
    </message>
    <message>
        <source>Två personer vid besök</source>
        <translation>Two persons at a visit</translation>
    </message>
    <message>
        <source>Inga kontaktuppgifter visas för en skyddad person. Fråga teamledaren om säker väg.</source>
        <translation>No contact details are shown for a protected person. Ask the team leader for a safe way.</translation>
    </message>
    <message>
        <source>Inget nummer finns. Första försöket är brev eller besök.</source>
        <translation>There is no number. The first attempt is a letter or a visit.</translation>
    </message>
    <message>
        <source>Personen har tackat nej. Inga fler försök görs av sig själva.</source>
        <translation>The person has declined. No more tries are made by themselves.</translation>
    </message>
    <message>
        <source>Uppföljningen är gjord. Du kan fortfarande notera ett samtal.</source>
        <translation>The follow-up is done. You can still note a call.</translation>
    </message>
    <message>
        <source>Alla försök är gjorda utan kontakt.</source>
        <translation>All tries have been made without contact.</translation>
    </message>
    <message>
        <source>Rapporten följs inte upp med samtal härifrån. Du kan notera ett samtal.</source>
        <translation>The report is not followed up by calls from here. You can note a call.</translation>
    </message>
    <message>
        <source>Ingen utredning är öppnad: fråga bara personen själv, den som rapporterade och egna uppgifter.</source>
        <translation>No investigation is open: ask only the person, the one who reported and your own records.</translation>
    </message>
    <message>
        <source>Brevet väntar på dig. %1</source>
        <translation>The letter waits for you. %1</translation>
    </message>
    <message>
        <source>Brev till alla: skickas från kontoret, även när samtalet har gått bra.</source>
        <translation>Letter to everyone: sent from the office, also when the talk has gone well.</translation>
    </message>
    <message>
        <source>Brev: skickas från kontoret.</source>
        <translation>Letter: sent from the office.</translation>
    </message>
    <message>
        <source>Du kan avsluta utan kontakt, med ett skäl.</source>
        <translation>You can finish without contact, with a reason.</translation>
    </message>
    <message>
        <source>Brevet är skickat.</source>
        <translation>The letter has been sent.</translation>
    </message>
    <message>
        <source>Brevet är avklarat.</source>
        <translation>The letter is settled.</translation>
    </message>
    <message>
        <source>Brevet är begärt. Kontoret skriver ut det, eller du själv.</source>
        <translation>The letter is asked for. The office prints it, or you do.</translation>
    </message>
</context>
<context>
    <name>faltakt::viewmodels::LobSheetViewModel</name>
    <message>
        <source>Skriv bladets nummer. Det står överst på bladet.</source>
        <translation>Write the sheet&apos;s number. It stands at the top of the sheet.</translation>
    </message>
    <message>
        <source>Bladet med det numret finns redan här. Inget sparades en gång till.</source>
        <translation>The sheet with that number is here already. Nothing was saved a second time.</translation>
    </message>
    <message>
        <source>Bladet gäller någon under 18 år. Lämna det till barnenheten nu. Inget av det sparas här.</source>
        <translation>The sheet is about somebody under 18. Hand it to the children&apos;s unit now. Nothing of it is saved here.</translation>
    </message>
    <message>
        <source>Bladet hanteras på kontoret. Lämna det dit i dag. Inget av det sparas här.</source>
        <translation>The sheet is handled at the office. Hand it over there today. Nothing of it is saved here.</translation>
    </message>
    <message>
        <source>Sparat i akten som redan fanns</source>
        <translation>Saved in the file that was there already</translation>
    </message>
    <message>
        <source>Bladet är sparat</source>
        <translation>The sheet is saved</translation>
    </message>
    <message>
        <source>Sparat här %1</source>
        <translation>Saved here %1</translation>
    </message>
    <message>
        <source>Utan namn och nummer sparas bladet utan person, och då sparas inte telefonnumret.</source>
        <translation>Without name and number the sheet is saved without a person, and the phone number is not saved then.</translation>
    </message>
    <message>
        <source>Nu</source>
        <translation>Now</translation>
    </message>
    <message>
        <source>Tidigare</source>
        <translation>Earlier</translation>
    </message>
    <message>
        <source>Bladet kan inte ha kommit in före omhändertagandet.</source>
        <translation>The sheet cannot have come in before the custody.</translation>
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
    <message>
        <source>Inget du sparat går förlorat.</source>
        <translation>Nothing you saved is lost.</translation>
    </message>
    <message>
        <source>Inget du sparat går förlorat. Det här är utbildning: lösenfrasen är %1.</source>
        <translation>Nothing you saved is lost. This is training: the passphrase is %1.</translation>
    </message>
    <message>
        <source>Arbete som inte är skickat ligger förseglat här. Det skickas av sig självt när det finns nät, utan att du låser upp.</source>
        <translation>Work that has not been sent lies sealed here. It is sent by itself when there is a network, without you unlocking.</translation>
    </message>
</context>
<context>
    <name>faltakt::viewmodels::MergeViewModel</name>
    <message>
        <source>Det är den här akten. Välj en annan.</source>
        <translation>That is this file. Choose another one.</translation>
    </message>
    <message>
        <source>Här visas allt, också det här</source>
        <translation>Everything is shown here, this too</translation>
    </message>
    <message>
        <source>Visas i den här akten</source>
        <translation>Shown in this file</translation>
    </message>
    <message>
        <source>Välj vem det är först.</source>
        <translation>Choose who it is first.</translation>
    </message>
    <message>
        <source>Akterna visas som en. Båda finns kvar.</source>
        <translation>The files are shown as one. Both remain.</translation>
    </message>
    <message>
        <source>Akterna är isär igen.</source>
        <translation>The files are apart again.</translation>
    </message>
    <message>
        <source>De här akterna kan inte visas som en. De kan höra ihop redan, eller vara skyddade.</source>
        <translation>These files cannot be shown as one. They may belong together already, or be protected.</translation>
    </message>
    <message>
        <source>I den andra akten finns en oro för barn utan steg, och det här ärendet är avslutat. Ta ställning till oron där först, eller öppna ärendet igen.</source>
        <translation>In the other file there is a worry about children without a step, and this matter is closed. Decide on the worry there first, or open the matter again.</translation>
    </message>
</context>
<context>
    <name>faltakt::viewmodels::MetTodayViewModel</name>
    <message>
        <source>Någon av dem du kryssade för finns inte längre på enheten. De andra är kvar.</source>
        <translation>Somebody you ticked is no longer on the device. The others are still ticked.</translation>
    </message>
    <message>
        <source>Ute, på plats</source>
        <translation>Outside, on the spot</translation>
    </message>
    <message>
        <source>Kryssa för minst en person.</source>
        <translation>Tick at least one person.</translation>
    </message>
    <message>
        <source>Ingen träff på &quot;%1&quot;. Pröva ärendenummer.</source>
        <translation>No hit for &quot;%1&quot;. Try a case number.</translation>
    </message>
    <message numerus="yes">
        <source>%n personer</source>
        <translation>
            <numerusform>%n person</numerusform>
            <numerusform>%n people</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n valda</source>
        <translation>
            <numerusform>%n chosen</numerusform>
            <numerusform>%n chosen</numerusform>
        </translation>
    </message>
    <message>
        <source>Sparar …</source>
        <translation>Saving …</translation>
    </message>
    <message>
        <source>Spara</source>
        <translation>Save</translation>
    </message>
    <message numerus="yes">
        <source>Spara hos %n personer</source>
        <translation>
            <numerusform>Save with %n person</numerusform>
            <numerusform>Save with %n people</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Sparat hos %n personer</source>
        <translation>
            <numerusform>Saved with %n person</numerusform>
            <numerusform>Saved with %n people</numerusform>
        </translation>
    </message>
    <message>
        <source>Sparat här %1</source>
        <translation>Saved here %1</translation>
    </message>
</context>
<context>
    <name>faltakt::viewmodels::MisfiledViewModel</name>
    <message>
        <source>Det är den här akten. Välj en annan.</source>
        <translation>This is the file itself. Choose another one.</translation>
    </message>
    <message>
        <source>Det som kom till efter flytten skrivs in i den rätta akten.</source>
        <translation>What came after the move is written into the right file.</translation>
    </message>
    <message numerus="yes">
        <source>%n foton eller papper följer med.</source>
        <translation>
            <numerusform>One photo or paper goes along.</numerusform>
            <numerusform>%n photos or papers go along.</numerusform>
        </translation>
    </message>
    <message>
        <source>Står det namn i texten: kontrollera dem efter flytten.</source>
        <translation>If there are names in the text: check them after the move.</translation>
    </message>
    <message>
        <source>Här står sedan &quot;Förd på fel person&quot;, ditt namn och tiden. Ingenting om vem det gällde.</source>
        <translation>Here it then says &quot;In the wrong person&apos;s file&quot;, your name and the time. Nothing about whom it was about.</translation>
    </message>
    <message>
        <source>Det finns två versioner. Välj en av dem först.</source>
        <translation>There are two versions. Choose one of them first.</translation>
    </message>
    <message numerus="yes">
        <source>%n foton finns inte på enheten. Öppna dem så att de hämtas, och flytta sedan.</source>
        <translation>
            <numerusform>One photo is not on the device. Open it so that it is fetched, then move.</numerusform>
            <numerusform>%n photos are not on the device. Open them so that they are fetched, then move.</numerusform>
        </translation>
    </message>
    <message>
        <source>Välj vem det gäller först.</source>
        <translation>Choose who it is about first.</translation>
    </message>
    <message>
        <source>Flyttad till rätt akt.</source>
        <translation>Moved to the right file.</translation>
    </message>
    <message>
        <source>Allt flyttas ord för ord, med vem som skrev det och när.</source>
        <translation>All of it is moved word for word, with who wrote it and when.</translation>
    </message>
    <message numerus="yes">
        <source>%n tillägg eller bedömningar som hör till följer med.</source>
        <translation>
            <numerusform>%n addition or check that belongs to it goes along.</numerusform>
            <numerusform>%n additions or checks that belong to it go along.</numerusform>
        </translation>
    </message>
    <message>
        <source>Signaturen följer inte med. I den rätta akten står vem som signerade och när, och där signeras det på nytt.</source>
        <translation>The signature stays behind. The right file says who signed and when, and there it is signed anew.</translation>
    </message>
    <message>
        <source>Något om det här är påbörjat och inte sparat. Spara det eller ta bort det först.</source>
        <translation>Something about this is begun and not saved. Save it or remove it first.</translation>
    </message>
    <message>
        <source>Hör till ett barn i akten. Är det fel person: flytta barnet, så följer det här med.</source>
        <translation>Belongs to a child in the file. If it is the wrong person: move the child, and this goes along.</translation>
    </message>
    <message>
        <source>Öppna det som är flyttat</source>
        <translation>Open what was moved</translation>
    </message>
    <message>
        <source>Öppna barnet</source>
        <translation>Open the child</translation>
    </message>
    <message>
        <source>Ange skäl och öppna akten först.</source>
        <translation>Give a reason and open the file first.</translation>
    </message>
    <message>
        <source>Det går inte att flytta dit. Ärendet kan vara avslutat, akten kan vara skyddad eller teamets egen, eller så hann någon flytta före dig. Inget är ändrat.</source>
        <translation>It cannot be moved there. The matter may be closed, the file may be protected or the team&apos;s own, or somebody moved it before you. Nothing has changed.</translation>
    </message>
    <message>
        <source>Det som flyttades förut finns inte i den akten. Välj den som det flyttades till. Inget är ändrat.</source>
        <translation>What was moved before is not in that file. Choose the one it was moved to. Nothing has changed.</translation>
    </message>
</context>
<context>
    <name>faltakt::viewmodels::MomentPicker</name>
    <message>
        <source>Annat datum</source>
        <translation>Another date</translation>
    </message>
    <message>
        <source>Klockslag</source>
        <translation>Time of day</translation>
    </message>
    <message>
        <source>Annan tid</source>
        <translation>Another time</translation>
    </message>
    <message>
        <source>Skriv datumet som 2026-10-23 eller 23/10.</source>
        <translation>Write the date as 2026-10-23 or 23/10.</translation>
    </message>
    <message>
        <source>Välj en dag.</source>
        <translation>Choose a day.</translation>
    </message>
    <message>
        <source>Skriv klockslaget som 16:30.</source>
        <translation>Write the time as 16:30.</translation>
    </message>
    <message>
        <source>Välj en tid.</source>
        <translation>Choose a time.</translation>
    </message>
    <message>
        <source>Tiden har redan varit. Välj en senare.</source>
        <translation>That time has passed. Choose a later one.</translation>
    </message>
    <message>
        <source>Datumet är i framtiden. Ange när det var.</source>
        <translation>The date lies ahead. Say when it was.</translation>
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
    <message>
        <source>Version %1</source>
        <translation>Version %1</translation>
    </message>
    <message>
        <source>Version %1, gäller från %2</source>
        <translation>Version %1, valid from %2</translation>
    </message>
    <message>
        <source>%1. En nyare väntar på nästa version av appen.</source>
        <translation>%1. A newer one waits for the next version of the app.</translation>
    </message>
    <message>
        <source>%1. En nyare stämmer inte med den här appen. Säg det till den som sköter servern.</source>
        <translation>%1. A newer one does not fit this app. Tell whoever runs the server.</translation>
    </message>
</context>
<context>
    <name>faltakt::viewmodels::NewPersonViewModel</name>
    <message>
        <source>Ingen tolk</source>
        <translation>No interpreter</translation>
    </message>
    <message>
        <source>Ett tillfälligt nummer ges när du sparar.</source>
        <translation>A temporary number is given when you save.</translation>
    </message>
    <message>
        <source>ÅÅÅÅMMDD-NNNN, eller tomt om du inte vet.</source>
        <translation>YYYYMMDD-NNNN, or empty if you don&apos;t know.</translation>
    </message>
    <message>
        <source>Finns personen redan?</source>
        <translation>Is the person here already?</translation>
    </message>
    <message>
        <source>Skriv ett namn, eller det personen kallas.</source>
        <translation>Write a name, or what the person is called.</translation>
    </message>
    <message>
        <source>Ett annat nummer är påbörjat hos personen. Spara eller släng det först. Det här numret finns kvar.</source>
        <translation>Another number has been begun for this person. Save it or discard it first. This number is still here.</translation>
    </message>
    <message>
        <source>Utkastet är borttaget</source>
        <translation>The draft is removed</translation>
    </message>
    <message>
        <source>Personen finns redan på den här enheten. Välj personen i listan nedanför.</source>
        <translation>The person is on this device already. Choose the person in the list below.</translation>
    </message>
    <message>
        <source>Personen har redan en akt i kommunen. Fråga kontoret innan du skapar en ny.</source>
        <translation>The person has a file in the municipality already. Ask the office before you make a new one.</translation>
    </message>
    <message>
        <source>Personen har redan en akt hos %1. Stäm av med dem innan du skapar en ny.</source>
        <translation>The person has a file at %1 already. Check with them before you make a new one.</translation>
    </message>
</context>
<context>
    <name>faltakt::viewmodels::NewViewModel</name>
    <message>
        <source>i %1</source>
        <translation>in %1</translation>
    </message>
    <message>
        <source>Svaren sparas hos personen.</source>
        <translation>The answers are saved with the person.</translation>
    </message>
    <message>
        <source>Utan ärende. Inget sparas om vem.</source>
        <translation>No case. Nothing is stored about who.</translation>
    </message>
    <message>
        <source>%1: ärendet är avslutat. Öppna det igen på personens sida för att skriva i akten.</source>
        <translation>%1: the matter is closed. Open it again on the person&apos;s page to write in the file.</translation>
    </message>
</context>
<context>
    <name>faltakt::viewmodels::NoteViewModel</name>
    <message>
        <source>Sparar …</source>
        <translation>Saving …</translation>
    </message>
    <message>
        <source>Välj person och spara</source>
        <translation>Choose a person and save</translation>
    </message>
    <message>
        <source>Skriv vad som hände. Sedan kan du spara.</source>
        <translation>Write what happened. Then you can save.</translation>
    </message>
    <message>
        <source>Signera och lås</source>
        <translation>Sign and lock</translation>
    </message>
    <message>
        <source>Anteckningen låses. Rättelser görs sedan som tillägg.</source>
        <translation>The note is locked. Corrections are then made as addenda.</translation>
    </message>
    <message>
        <source>anteckningen</source>
        <translation>the note</translation>
    </message>
    <message>
        <source>Signerad och låst hos %1</source>
        <translation>Signed and locked with %1</translation>
    </message>
    <message>
        <source>Sparat hos %1</source>
        <translation>Saved with %1</translation>
    </message>
    <message>
        <source>Utkastet är borttaget</source>
        <translation>The draft is removed</translation>
    </message>
    <message>
        <source>Sparat här %1</source>
        <translation>Saved here %1</translation>
    </message>
    <message>
        <source>Tillägg</source>
        <translation>Addendum</translation>
    </message>
    <message>
        <source>Anteckning</source>
        <translation>Note</translation>
    </message>
    <message>
        <source>Spara i akten: %1</source>
        <translation>Save in the file: %1</translation>
    </message>
    <message>
        <source>Uppgift om någon</source>
        <translation>Information about somebody</translation>
    </message>
</context>
<context>
    <name>faltakt::viewmodels::OlderRecordsViewModel</name>
    <message numerus="yes">
        <source>Äldre anteckningar finns hos servern: %n</source>
        <translation>
            <numerusform>Older notes are at the server: %n</numerusform>
            <numerusform>Older notes are at the server: %n</numerusform>
        </translation>
    </message>
    <message>
        <source>Personen frågar om det</source>
        <translation>The person asks about it</translation>
    </message>
    <message>
        <source>Underlag för bedömning eller beslut</source>
        <translation>Grounds for an assessment or decision</translation>
    </message>
    <message>
        <source>Ny oro eller ny händelse</source>
        <translation>New worry or new event</translation>
    </message>
    <message>
        <source>Annat skäl</source>
        <translation>Another reason</translation>
    </message>
    <message>
        <source>Hämtar …</source>
        <translation>Getting …</translation>
    </message>
    <message>
        <source>Hämta</source>
        <translation>Get</translation>
    </message>
    <message>
        <source>Skriv varför du behöver dem.</source>
        <translation>Write why you need them.</translation>
    </message>
    <message>
        <source>Välj varför du behöver dem.</source>
        <translation>Choose why you need them.</translation>
    </message>
    <message>
        <source>Kräver nät, och servern svarar inte. Försök igen när det finns kontakt.</source>
        <translation>Needs the network, and the server does not answer. Try again when there is contact.</translation>
    </message>
    <message>
        <source>Servern lämnar inte ut dem: du har inte rätt till akten. Be teamledaren om rätt till den.</source>
        <translation>The server does not give them: you have no right to the file. Ask the team leader for a right to it.</translation>
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
    <name>faltakt::viewmodels::PeopleListModel</name>
    <message>
        <source>Skyddad</source>
        <translation>Protected</translation>
    </message>
    <message>
        <source>försenat</source>
        <translation>overdue</translation>
    </message>
</context>
<context>
    <name>faltakt::viewmodels::PeopleViewModel</name>
    <message numerus="yes">
        <source>%n träffar</source>
        <translation>
            <numerusform>%n hit</numerusform>
            <numerusform>%n hits</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n personer</source>
        <translation>
            <numerusform>%n person</numerusform>
            <numerusform>%n people</numerusform>
        </translation>
    </message>
    <message>
        <source>Inga personer här än. De kommer efter första synken.</source>
        <translation>No people here yet. They come with the first sync.</translation>
    </message>
    <message>
        <source>Ingen träff på ”%1”. Pröva ärendenummer.</source>
        <translation>No hit for “%1”. Try a case number.</translation>
    </message>
    <message>
        <source>Ingen har något som ska göras i dag.</source>
        <translation>Nobody has anything to be done today.</translation>
    </message>
    <message>
        <source>Ingen har något som ska göras.</source>
        <translation>Nobody has anything to be done.</translation>
    </message>
    <message>
        <source>Alla</source>
        <translation>All</translation>
    </message>
    <message>
        <source>Med något att göra</source>
        <translation>With something to do</translation>
    </message>
    <message>
        <source>Försenat och i dag</source>
        <translation>Overdue and today</translation>
    </message>
    <message>
        <source>Namn</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Nästa steg</source>
        <translation>Next step</translation>
    </message>
    <message>
        <source>Du är inte ansvarig för någon här. Välj Alla för att se de andra.</source>
        <translation>You are not responsible for anybody here. Choose All to see the others.</translation>
    </message>
    <message>
        <source>Ingen är där just nu.</source>
        <translation>Nobody is there just now.</translation>
    </message>
    <message>
        <source>Mina</source>
        <translation>Mine</translation>
    </message>
</context>
<context>
    <name>faltakt::viewmodels::PersonChooser</name>
    <message>
        <source>Ingen träff på &quot;%1&quot;. Pröva ärendenummer.</source>
        <translation>No hit for &quot;%1&quot;. Try a case number.</translation>
    </message>
    <message numerus="yes">
        <source>%n personer</source>
        <translation>
            <numerusform>%n person</numerusform>
            <numerusform>%n people</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>faltakt::viewmodels::PersonEntryViewModel</name>
    <message>
        <source>Nytt att tänka på</source>
        <translation>New to keep in mind</translation>
    </message>
    <message>
        <source>Att tänka på</source>
        <translation>To keep in mind</translation>
    </message>
    <message>
        <source>Nytt namn</source>
        <translation>New name</translation>
    </message>
    <message>
        <source>Ändra namnet</source>
        <translation>Change the name</translation>
    </message>
    <message>
        <source>Om en månad</source>
        <translation>In a month</translation>
    </message>
    <message>
        <source>Om tre månader</source>
        <translation>In three months</translation>
    </message>
    <message>
        <source>Om ett halvår</source>
        <translation>In half a year</translation>
    </message>
    <message>
        <source>Om ett år</source>
        <translation>In a year</translation>
    </message>
    <message>
        <source>Noterat %1.</source>
        <translation>Noted %1.</translation>
    </message>
    <message>
        <source>Ses över %1.</source>
        <translation>To be looked over %1.</translation>
    </message>
    <message>
        <source>Välj vad som ska ordnas.</source>
        <translation>Choose what is to be arranged.</translation>
    </message>
    <message>
        <source>Skriv vem som säger det.</source>
        <translation>Write who says so.</translation>
    </message>
    <message>
        <source>Skriv namnet.</source>
        <translation>Write the name.</translation>
    </message>
    <message>
        <source>Det är för långt. Skriv kortare.</source>
        <translation>That is too long. Write less.</translation>
    </message>
    <message>
        <source>Det är noterat på kortet.</source>
        <translation>It is noted on the card.</translation>
    </message>
    <message>
        <source>Namnet är sparat.</source>
        <translation>The name is saved.</translation>
    </message>
    <message>
        <source>Det är borttaget från kortet.</source>
        <translation>It is removed from the card.</translation>
    </message>
    <message>
        <source>Namnet är borttaget.</source>
        <translation>The name is removed.</translation>
    </message>
</context>
<context>
    <name>faltakt::viewmodels::PersonFieldListModel</name>
    <message>
        <source>Inte angivet</source>
        <translation>Not given</translation>
    </message>
</context>
<context>
    <name>faltakt::viewmodels::PersonFieldViewModel</name>
    <message>
        <source>Inte angivet</source>
        <translation>Not given</translation>
    </message>
    <message>
        <source>Ingen tolk</source>
        <translation>No interpreter</translation>
    </message>
    <message>
        <source>%1: ändringen är sparad.</source>
        <translation>%1: the change is saved.</translation>
    </message>
    <message>
        <source>Välj vilket skydd personen har.</source>
        <translation>Choose which protection the person has.</translation>
    </message>
    <message>
        <source>Namn, nummer och adress visas inte längre på enheter, och teamet förlorar akten. Bara du och andra namngivna handläggare har den kvar. Vid skyddad folkbokföring och fingerade uppgifter tas adresser bort från kortet. Bara kontoret kan ta bort skyddet.</source>
        <translation>Name, number and address are no longer shown on devices, and the team loses the file. Only you and other named caseworkers keep it. With protected registration and an assumed identity, addresses are taken off the card. Only the office can take the protection away.</translation>
    </message>
</context>
<context>
    <name>faltakt::viewmodels::PersonViewModel</name>
    <message>
        <source>Skyddad person</source>
        <translation>Protected person</translation>
    </message>
    <message>
        <source>Ansvarig: %1</source>
        <translation>Responsible: %1</translation>
    </message>
    <message>
        <source>En kollega är ansvarig</source>
        <translation>A colleague is responsible</translation>
    </message>
    <message>
        <source>Avliden</source>
        <translation>Deceased</translation>
    </message>
    <message>
        <source>Skyddade personuppgifter. Öppningen är loggad. Namn och adress finns bara på kontoret.</source>
        <translation>Protected personal data. The opening is logged. Name and address are kept at the office only.</translation>
    </message>
    <message>
        <source>Tidslinje</source>
        <translation>Timeline</translation>
    </message>
    <message>
        <source>Person</source>
        <translation>Person</translation>
    </message>
    <message>
        <source>Resultat</source>
        <translation>Result</translation>
    </message>
    <message>
        <source>Ring</source>
        <translation>Call</translation>
    </message>
    <message>
        <source>Logga samtal</source>
        <translation>Log call</translation>
    </message>
    <message>
        <source>Inget är skrivet än.</source>
        <translation>Nothing has been written yet.</translation>
    </message>
    <message>
        <source>Inga frågor är ställda än.</source>
        <translation>No questions have been asked yet.</translation>
    </message>
    <message>
        <source>Barn: %1</source>
        <translation>Children: %1</translation>
    </message>
    <message>
        <source>Inte kontrollerat än om personen har en akt: appen frågar när du har nät</source>
        <translation>Not checked yet whether the person has a file: the app asks when you are online</translation>
    </message>
    <message>
        <source>Ärendet är avslutat. Öppna det igen för att skriva i akten.</source>
        <translation>The matter is closed. Open it again to write in the file.</translation>
    </message>
    <message>
        <source>Ersättare: %1</source>
        <translation>Deputy: %1</translation>
    </message>
</context>
<context>
    <name>faltakt::viewmodels::PhoneListModel</name>
    <message>
        <source>Aldrig röstbrevlåda</source>
        <translation>Never voicemail</translation>
    </message>
    <message>
        <source>Delas med andra</source>
        <translation>Shared with others</translation>
    </message>
    <message>
        <source>Genom %1</source>
        <translation>Through %1</translation>
    </message>
    <message>
        <source>Tid: %1</source>
        <translation>Hours: %1</translation>
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
    <name>faltakt::viewmodels::ProtectedGate</name>
    <message>
        <source>Bokat möte eller samtal</source>
        <translation>Booked meeting or call</translation>
    </message>
    <message>
        <source>Ny uppgift har kommit in</source>
        <translation>New information has come in</translation>
    </message>
    <message>
        <source>Uppföljning av insats</source>
        <translation>Follow-up of help given</translation>
    </message>
    <message>
        <source>Välj ett skäl eller skriv ett eget.</source>
        <translation>Choose a reason or write one of your own.</translation>
    </message>
    <message>
        <source>Öppna</source>
        <translation>Open</translation>
    </message>
    <message>
        <source>Öppningen loggas med ditt skäl.</source>
        <translation>The opening is logged with your reason.</translation>
    </message>
    <message>
        <source>Du är ersättare</source>
        <translation>You are the deputy</translation>
    </message>
    <message>
        <source>Skyddad person</source>
        <translation>Protected person</translation>
    </message>
    <message>
        <source>Ärendet är en kollegas. Varför du öppnar frågas en gång per dag, och öppningen loggas.</source>
        <translation>The matter is a colleague’s. You are asked once a day why you open it, and the opening is logged.</translation>
    </message>
    <message>
        <source>Ange skäl. Öppningen loggas.</source>
        <translation>Give a reason. The opening is logged.</translation>
    </message>
    <message>
        <source>Personen eller en anhörig hörde av sig</source>
        <translation>The person or somebody close got in touch</translation>
    </message>
    <message>
        <source>Något är planerat</source>
        <translation>Something is planned</translation>
    </message>
    <message>
        <source>Något som inte kan vänta</source>
        <translation>Something that cannot wait</translation>
    </message>
</context>
<context>
    <name>faltakt::viewmodels::ProtectionViewModel</name>
    <message>
        <source>Enheten kunde inte ringa. Slå numret på en annan telefon.</source>
        <translation>The device could not call. Dial the number on another telephone.</translation>
    </message>
    <message>
        <source>Det som ska ändras kan inte läsas just nu. Det du har skrivit finns kvar.</source>
        <translation>What is to be changed cannot be read just now. What you have written is still here.</translation>
    </message>
    <message>
        <source>Sparar …</source>
        <translation>Saving …</translation>
    </message>
    <message>
        <source>Sparat: %1</source>
        <translation>Saved: %1</translation>
    </message>
    <message>
        <source>Sparat här %1</source>
        <translation>Saved here %1</translation>
    </message>
    <message>
        <source>Gör orosanmälan</source>
        <translation>Make a report of concern</translation>
    </message>
    <message>
        <source>samtalet</source>
        <translation>the talk</translation>
    </message>
</context>
<context>
    <name>faltakt::viewmodels::QuestionInput</name>
    <message>
        <source>Med egna ord</source>
        <translation>In own words</translation>
    </message>
    <message>
        <source>Antal</source>
        <translation>Number</translation>
    </message>
    <message>
        <source>Datum</source>
        <translation>Date</translation>
    </message>
    <message>
        <source>Svar</source>
        <translation>Answer</translation>
    </message>
    <message>
        <source>Siffra</source>
        <translation>Figure</translation>
    </message>
</context>
<context>
    <name>faltakt::viewmodels::ReadingViewModel</name>
    <message>
        <source>Kan handla om någon annan</source>
        <translation>May be about somebody else</translation>
    </message>
    <message>
        <source>Markera minst en mening.</source>
        <translation>Tick at least one sentence.</translation>
    </message>
</context>
<context>
    <name>faltakt::viewmodels::RecordViewModel</name>
    <message>
        <source>Två versioner av %1. Inget är borta.</source>
        <translation>Two versions of %1. Nothing is lost.</translation>
    </message>
    <message>
        <source>Signera och lås</source>
        <translation>Sign and lock</translation>
    </message>
    <message>
        <source>Det du har skrivit låses. Efter det går det att göra tillägg, inte att ändra.</source>
        <translation>What you have written is locked. After that addenda can be made, but no changes.</translation>
    </message>
    <message>
        <source>Tillägget är sparat.</source>
        <translation>The addendum is saved.</translation>
    </message>
    <message>
        <source>Ändringen är sparad.</source>
        <translation>The change is saved.</translation>
    </message>
    <message>
        <source>Mottaget %1</source>
        <translation>Received %1</translation>
    </message>
</context>
<context>
    <name>faltakt::viewmodels::RelatedViewModel</name>
    <message>
        <source>Välj vad personen är här för.</source>
        <translation>Choose what the person is there for.</translation>
    </message>
    <message>
        <source>Skriv ett namn, eller relationen om namnet inte ska stå här.</source>
        <translation>Write a name, or the relation if the name is not to stand here.</translation>
    </message>
    <message>
        <source>Numret går inte att ringa. Läs siffrorna en gång till.</source>
        <translation>The number cannot be called. Read the digits once more.</translation>
    </message>
    <message>
        <source>Skriv dagen som ÅÅÅÅ-MM-DD, och en dag som finns.</source>
        <translation>Write the day as YYYY-MM-DD, and one that exists.</translation>
    </message>
    <message>
        <source>Ändringen är sparad.</source>
        <translation>The change is saved.</translation>
    </message>
    <message>
        <source>Personen runt omkring är sparad.</source>
        <translation>The person around is saved.</translation>
    </message>
    <message>
        <source>Personen runt omkring är borttagen.</source>
        <translation>The person around is removed.</translation>
    </message>
</context>
<context>
    <name>faltakt::viewmodels::RelativeCallViewModel</name>
    <message>
        <source>Räknat: råd till anhörig, utan namn</source>
        <translation>Counted: advice to a relative, without a name</translation>
    </message>
</context>
<context>
    <name>faltakt::viewmodels::ReminderViewModel</name>
    <message>
        <source>Ingen påminnelse väntar.</source>
        <translation>No reminder is waiting.</translation>
    </message>
    <message>
        <source>Nästa, %1: %2</source>
        <translation>Next, %1: %2</translation>
    </message>
    <message>
        <source>Alla påminnelser är avstängda.</source>
        <translation>All reminders are turned off.</translation>
    </message>
    <message>
        <source>Aviseringar är avstängda för Fältakt i enhetens inställningar.</source>
        <translation>Notifications are turned off for Fältakt in the device&apos;s settings.</translation>
    </message>
    <message>
        <source>Den här enheten kan inte visa påminnelser. Allt står på I dag.</source>
        <translation>This device cannot show reminders. Everything stands on Today.</translation>
    </message>
</context>
<context>
    <name>faltakt::viewmodels::ResultContent</name>
    <message>
        <source>%1, resultat</source>
        <translation>%1, result</translation>
    </message>
    <message>
        <source>%1 av %2 poäng</source>
        <translation>%1 of %2 points</translation>
    </message>
    <message>
        <source>%1 till %2 poäng. %3</source>
        <translation>%1 to %2 points. %3</translation>
    </message>
    <message>
        <source>Kvinna</source>
        <translation>Woman</translation>
    </message>
    <message>
        <source>Man</source>
        <translation>Man</translation>
    </message>
    <message>
        <source>kvinna</source>
        <translation>woman</translation>
    </message>
    <message>
        <source>man</source>
        <translation>man</translation>
    </message>
    <message>
        <source>Zon %1 till %2 (%3)</source>
        <translation>Zone %1 to %2 (%3)</translation>
    </message>
    <message>
        <source>Två nivåer är möjliga (%1)</source>
        <translation>Two levels are possible (%1)</translation>
    </message>
    <message>
        <source>Zon %1 (%2). %3</source>
        <translation>Zone %1 (%2). %3</translation>
    </message>
    <message>
        <source>%1 (gräns för %2)</source>
        <translation>%1 (limit for %2)</translation>
    </message>
    <message>
        <source>Kön är inte angivet. Båda gränserna visas.</source>
        <translation>Sex not given. Both limits shown.</translation>
    </message>
    <message>
        <source>Gränser: %1. Källa: %2</source>
        <translation>Limits: %1. Source: %2</translation>
    </message>
    <message numerus="yes">
        <source>%n svar är skrivna i en annan version av formuläret och räknas inte här. De finns kvar.</source>
        <translation>
            <numerusform>%n answer was written in another version of the form and does not count here. It is kept.</numerusform>
            <numerusform>%n answers were written in another version of the form and do not count here. They are kept.</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 Gäller svar %2.</source>
        <translation>%1 Concerns answer %2.</translation>
    </message>
    <message>
        <source>Samma poäng som i %1</source>
        <translation>Same points as in %1</translation>
    </message>
    <message>
        <source>Sedan %1: %2</source>
        <translation>Since %1: %2</translation>
    </message>
    <message numerus="yes">
        <source>%n resultat över tid. %1</source>
        <translation>
            <numerusform>%n result over time. %1</numerusform>
            <numerusform>%n results over time. %1</numerusform>
        </translation>
    </message>
    <message>
        <source>Fortsätt med %1</source>
        <translation>Go on with %1</translation>
    </message>
    <message>
        <source>Formuläret räknar inga poäng.</source>
        <translation>The form counts no points.</translation>
    </message>
    <message>
        <source>Det här är en uppgift om något som är gjort. Den har inga poäng.</source>
        <translation>This is a note of something that was done. It has no points.</translation>
    </message>
    <message>
        <source>Stöd i samtalet, inte en diagnos</source>
        <translation>Support for the talk, not a diagnosis</translation>
    </message>
    <message>
        <source>Strecket visar förra gången, %1.</source>
        <translation>The mark shows last time, %1.</translation>
    </message>
    <message>
        <source>Så här har du själv beskrivit hur det är</source>
        <translation>This is how you have described things yourself</translation>
    </message>
</context>
<context>
    <name>faltakt::viewmodels::ResultViewModel</name>
    <message>
        <source>Signerad och låst</source>
        <translation>Signed and locked</translation>
    </message>
    <message>
        <source>Personen avstod</source>
        <translation>The person declined</translation>
    </message>
    <message>
        <source>Frågor återstår</source>
        <translation>Questions remain</translation>
    </message>
    <message>
        <source>Kvinna</source>
        <translation>Woman</translation>
    </message>
    <message>
        <source>Man</source>
        <translation>Man</translation>
    </message>
    <message>
        <source>Båda</source>
        <translation>Both</translation>
    </message>
    <message>
        <source>%1, %2 till %3 min</source>
        <translation>%1, %2 to %3 min</translation>
    </message>
    <message>
        <source>Sparat: %1, %2 min</source>
        <translation>Saved: %1, %2 min</translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation>%1 min</translation>
    </message>
    <message>
        <source>Signera och lås</source>
        <translation>Sign and lock</translation>
    </message>
    <message>
        <source>Svaren kan inte ändras efteråt. Det går att lägga till en anteckning.</source>
        <translation>The answers cannot be changed afterwards. A note can be added.</translation>
    </message>
    <message>
        <source>Fråga personen först, och kryssa i att svaret är ja.</source>
        <translation>Ask the person first, and tick that the answer is yes.</translation>
    </message>
    <message>
        <source>sammanfattning</source>
        <translation>summary</translation>
    </message>
    <message>
        <source>Filen är sparad, men det gick inte att anteckna det. Skriv en anteckning själv.</source>
        <translation>The file is saved, but it could not be noted. Write a note yourself.</translation>
    </message>
</context>
<context>
    <name>faltakt::viewmodels::ScratchResultViewModel</name>
    <message>
        <source>Kvinna</source>
        <translation>Woman</translation>
    </message>
    <message>
        <source>Man</source>
        <translation>Man</translation>
    </message>
    <message>
        <source>Hoppa över</source>
        <translation>Skip</translation>
    </message>
    <message>
        <source>Under 18</source>
        <translation>Under 18</translation>
    </message>
    <message>
        <source>18 till 24</source>
        <translation>18 to 24</translation>
    </message>
    <message>
        <source>25 till 65</source>
        <translation>25 to 65</translation>
    </message>
    <message>
        <source>Över 65</source>
        <translation>Over 65</translation>
    </message>
    <message>
        <source>Väljer du inget tas svaren bort %1 %2.</source>
        <translation>If you choose nothing the answers are removed %1 %2.</translation>
    </message>
    <message>
        <source>Kastas utan spår när du lämnar sidan. Bara ett antal sparas.</source>
        <translation>Discarded without trace when you leave the page. Only a count is kept.</translation>
    </message>
</context>
<context>
    <name>faltakt::viewmodels::SecondLanguage</name>
    <message>
        <source>Bara ett språk</source>
        <translation>One language only</translation>
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
    <message>
        <source>Allt</source>
        <translation>Everything</translation>
    </message>
    <message>
        <source>Bara ändringar</source>
        <translation>Changes only</translation>
    </message>
    <message>
        <source>Inget</source>
        <translation>Nothing</translation>
    </message>
    <message>
        <source>Allt skickas och hämtas, också stora filer.</source>
        <translation>Everything is sent and fetched, large files too.</translation>
    </message>
    <message>
        <source>Inget skickas eller hämtas av sig självt. Skicka nu på sidan Synk gör det ändå.</source>
        <translation>Nothing is sent or fetched by itself. Send now on the Sync page still does it.</translation>
    </message>
    <message>
        <source>Det du skriver skickas och nytt hämtas. Stora filer väntar på ett annat nät.</source>
        <translation>What you write is sent and news are fetched. Large files wait for another network.</translation>
    </message>
    <message>
        <source>Utbildning i %1</source>
        <translation>Training in %1</translation>
    </message>
    <message>
        <source>Angivet %1. Sparas bara på den här enheten.</source>
        <translation>Said on %1. Kept on this device alone.</translation>
    </message>
</context>
<context>
    <name>faltakt::viewmodels::SignatureViewModel</name>
    <message>
        <source>Namn skrivet på skärmen av personen: %1</source>
        <translation>Name written on the screen by the person: %1</translation>
    </message>
    <message>
        <source>Underskrift på skärmen</source>
        <translation>Signature on the screen</translation>
    </message>
    <message>
        <source>Underskriften är sparad.</source>
        <translation>The signature is saved.</translation>
    </message>
</context>
<context>
    <name>faltakt::viewmodels::StageViewModel</name>
    <message>
        <source>Välj var ärendet är nu.</source>
        <translation>Choose where the matter is now.</translation>
    </message>
    <message>
        <source>Skriv dagen för beslutet, som 2026-10-23 eller 23/10.</source>
        <translation>Write the day of the decision, as 2026-10-23 or 23/10.</translation>
    </message>
    <message>
        <source>Dagen ligger framåt. Skriv den dag då det beslutades.</source>
        <translation>The day lies ahead. Write the day on which it was decided.</translation>
    </message>
    <message>
        <source>Ärendet kom hit %1. Det kan inte gå vidare före dess.</source>
        <translation>The matter came here on %1. It cannot go on before that.</translation>
    </message>
    <message>
        <source>Skriv varför ärendet går tillbaka, en mening räcker.</source>
        <translation>Write why the matter goes back, one sentence is enough.</translation>
    </message>
    <message>
        <source>Sparat. Ärendet är i: %1</source>
        <translation>Saved. The matter is in: %1</translation>
    </message>
    <message>
        <source>Någon annan hann före. Det du skrev är kvar.</source>
        <translation>Somebody else was first. What you wrote is still here.</translation>
    </message>
    <message>
        <source>Akten visas tillsammans med en annan</source>
        <translation>The file is shown together with another one</translation>
    </message>
    <message>
        <source>Ärendet är avslutat</source>
        <translation>The matter is closed</translation>
    </message>
    <message>
        <source>Det är inte noterat var ärendet är</source>
        <translation>It is not noted where the matter is</translation>
    </message>
    <message>
        <source>Nu: %1</source>
        <translation>Now: %1</translation>
    </message>
    <message>
        <source>Flytta ärendet där allt visas.</source>
        <translation>Move the matter where all is shown.</translation>
    </message>
    <message>
        <source>Det kan öppnas igen på sidan där det avslutades.</source>
        <translation>It can be opened again on the page where it was closed.</translation>
    </message>
    <message>
        <source>Sedan %1</source>
        <translation>Since %1</translation>
    </message>
    <message>
        <source>I dag</source>
        <translation>Today</translation>
    </message>
    <message>
        <source>I går</source>
        <translation>Yesterday</translation>
    </message>
    <message>
        <source>Annan dag</source>
        <translation>Another day</translation>
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
    <message>
        <source>Kryssa i att du tar hand om filen. Den är inte skyddad.</source>
        <translation>Tick that you take care of the file. It is not protected.</translation>
    </message>
    <message>
        <source>%1 av %2 ändringar finns på servern, jämfört med den %3</source>
        <translation>%1 of %2 changes are on the server, compared with it %3</translation>
    </message>
    <message>
        <source>Mobildata. Allt skickas och hämtas, som du har valt.</source>
        <translation>Mobile data. Everything is sent and fetched, as you have chosen.</translation>
    </message>
    <message>
        <source>Mobildata. Inget skickas av sig självt, som du har valt. Skicka nu skickar ändå.</source>
        <translation>Mobile data. Nothing is sent by itself, as you have chosen. Send now still sends.</translation>
    </message>
    <message>
        <source>Mobildata. Ändringar skickas och hämtas, stora filer väntar på ett annat nät.</source>
        <translation>Mobile data. Changes are sent and fetched, large files wait for another network.</translation>
    </message>
    <message>
        <source>Ansluten. Nytt kommer direkt.</source>
        <translation>Connected. What is new comes at once.</translation>
    </message>
    <message>
        <source>Det finns krypterat på enheten och skickas så snart den har nät.</source>
        <translation>It is encrypted on the device and is sent as soon as that has a network.</translation>
    </message>
    <message>
        <source>Det finns krypterat på enheten. På mobildata skickas det när du trycker på Skicka nu.</source>
        <translation>It is encrypted on the device. On mobile data it is sent when you press Send now.</translation>
    </message>
    <message numerus="yes">
        <source>%n foton väntar på att skickas</source>
        <translation>
            <numerusform>%n photo waits to be sent</numerusform>
            <numerusform>%n photos wait to be sent</numerusform>
        </translation>
    </message>
    <message>
        <source>Enheten säger att den inte har nät. Vi försöker ändå då och då, och direkt med Skicka nu.</source>
        <translation>The device says that it has no network. We still try now and then, and at once with Send now.</translation>
    </message>
    <message>
        <source>Enheten säger att den inte har nät. Inget skickas av sig självt, som du har valt för mobildata. Skicka nu försöker ändå.</source>
        <translation>The device says that it has no network. Nothing is sent by itself, as you have chosen for mobile data. Send now tries all the same.</translation>
    </message>
</context>
<context>
    <name>faltakt::viewmodels::TakeoverViewModel</name>
    <message>
        <source>Någon hann svara före dig. Det du skrev är kvar.</source>
        <translation>Somebody answered before you. What you wrote is still here.</translation>
    </message>
    <message>
        <source>Välj vem du frågar.</source>
        <translation>Choose whom you ask.</translation>
    </message>
    <message>
        <source>Hela teamet, den som kan</source>
        <translation>The whole team, whoever can</translation>
    </message>
    <message>
        <source>Du är ansvarig tills någon tar över</source>
        <translation>You are responsible until somebody takes over</translation>
    </message>
    <message>
        <source>%1 har tagit över</source>
        <translation>%1 has taken over</translation>
    </message>
    <message>
        <source>%1 kan inte ta över</source>
        <translation>%1 cannot take over</translation>
    </message>
    <message>
        <source>Frågan är tagen tillbaka</source>
        <translation>The question is taken back</translation>
    </message>
    <message>
        <source>Teamet är frågat</source>
        <translation>The team is asked</translation>
    </message>
    <message>
        <source>%1 är frågad</source>
        <translation>%1 is asked</translation>
    </message>
    <message>
        <source>%1 ber dig ta över</source>
        <translation>%1 asks you to take over</translation>
    </message>
    <message>
        <source>Frågan går till kollegan med nästa synk. Ansvaret flyttas först när någon svarar ja.</source>
        <translation>The question goes to the colleague with the next sync. The responsibility moves when somebody says yes.</translation>
    </message>
    <message>
        <source>Du är ansvarig tills någon har tagit över.</source>
        <translation>You are responsible until somebody has taken over.</translation>
    </message>
    <message>
        <source>Säger du ja blir du ansvarig och får hela akten. Säger du nej ser du den inte mer.</source>
        <translation>If you say yes you are responsible and get the whole file. If you say no you do not see it any more.</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>Svaret har inte kommit fram till servern. Hinner någon annan före gäller det inte.</source>
        <translation>The answer has not reached the server. If somebody else is before you it does not count.</translation>
    </message>
    <message>
        <source>Du är inte längre ansvarig. Har teamet inte akten lämnar den din enhet, och kortet när du har läst det här.</source>
        <translation>You are not responsible any more. Unless the team has the file it leaves your device, and the card once you have read this.</translation>
    </message>
</context>
<context>
    <name>faltakt::viewmodels::TalkFacts</name>
    <message>
        <source>Nej</source>
        <translation>No</translation>
    </message>
    <message>
        <source>Något</source>
        <translation>Somewhat</translation>
    </message>
    <message>
        <source>Starkt</source>
        <translation>Strongly</translation>
    </message>
    <message>
        <source>Kan inte bedöma</source>
        <translation>Cannot judge</translation>
    </message>
    <message>
        <source>Ja</source>
        <translation>Yes</translation>
    </message>
    <message>
        <source>Utbildad tolk</source>
        <translation>Trained interpreter</translation>
    </message>
    <message>
        <source>Annan vuxen</source>
        <translation>Another adult</translation>
    </message>
    <message>
        <source>Självrapporterat</source>
        <translation>Self-reported</translation>
    </message>
    <message>
        <source>Personen var starkt påverkad. Svaren är osäkra. Signera inte, kom tillbaka till frågorna en annan dag.</source>
        <translation>The person was strongly influenced. The answers are unreliable. Do not sign, come back to the questions another day.</translation>
    </message>
    <message>
        <source>Delvis självrapporterat</source>
        <translation>Partly self-reported</translation>
    </message>
    <message>
        <source>Den som frågade har inte angett utbildning i %1.</source>
        <translation>Whoever asked has not said that they are trained in %1.</translation>
    </message>
</context>
<context>
    <name>faltakt::viewmodels::TalkViewModel</name>
    <message>
        <source>Boka den</source>
        <translation>Book it</translation>
    </message>
    <message>
        <source>Ändra</source>
        <translation>Change</translation>
    </message>
    <message>
        <source>Boka en tid</source>
        <translation>Book a time</translation>
    </message>
    <message>
        <source>Ingen</source>
        <translation>None</translation>
    </message>
    <message>
        <source>Nästa kontakt: ingen bokas</source>
        <translation>Next contact: none is booked</translation>
    </message>
    <message>
        <source>Nästa kontakt: %1</source>
        <translation>Next contact: %1</translation>
    </message>
    <message>
        <source>Nästa kontakt</source>
        <translation>Next contact</translation>
    </message>
    <message>
        <source>Ring barnenheten nu: %1. Fältakt skickar ingen anmälan.</source>
        <translation>Call the child unit now: %1. Fältakt sends no report.</translation>
    </message>
    <message>
        <source>Välj hur samtalet slutade. Allt annat får vara tomt.</source>
        <translation>Choose how the talk ended. All else may be empty.</translation>
    </message>
    <message>
        <source>Ring barnenheten nu. Numret är inte inlagt: ring kommunens växel, och 112 vid akut fara. Fältakt skickar ingen anmälan.</source>
        <translation>Call the child unit now. The number is not entered: call the municipality&apos;s switchboard, and 112 in acute danger. Fältakt sends no report.</translation>
    </message>
    <message>
        <source>Den som står nära kan få eget stöd, utan att det antecknas här. Skriv inget namn. Det blir en uppgift i morgon att berätta var stödet finns.</source>
        <translation>Whoever is close can have support of their own, without its being recorded here. Write no name. It becomes a task for tomorrow to say where the support is.</translation>
    </message>
</context>
<context>
    <name>faltakt::viewmodels::TallyViewModel</name>
    <message>
        <source>Vecka %1, alla platser: %2</source>
        <translation>Week %1, all places: %2</translation>
    </message>
    <message>
        <source>Räknat: %1, %2</source>
        <translation>Counted: %1, %2</translation>
    </message>
    <message>
        <source>Borttaget: %1, %2</source>
        <translation>Taken away: %1, %2</translation>
    </message>
</context>
<context>
    <name>faltakt::viewmodels::TaskViewModel</name>
    <message>
        <source>I dag</source>
        <translation>Today</translation>
    </message>
    <message>
        <source>I morgon</source>
        <translation>Tomorrow</translation>
    </message>
    <message>
        <source>Skriv vad som ska göras.</source>
        <translation>Write what is to be done.</translation>
    </message>
    <message>
        <source>Uppgiften är sparad.</source>
        <translation>The task is saved.</translation>
    </message>
    <message>
        <source>Uppgiften ligger på %1.</source>
        <translation>The task lies on %1.</translation>
    </message>
    <message>
        <source>Uppgiften är klar.</source>
        <translation>The task is done.</translation>
    </message>
    <message>
        <source>Uppgiften är borttagen från I dag.</source>
        <translation>The task is removed from Today.</translation>
    </message>
    <message>
        <source>Avbockat. Det står kvar i akten.</source>
        <translation>Ticked off. It stays in the file.</translation>
    </message>
    <message>
        <source>Utan tid</source>
        <translation>Without a time</translation>
    </message>
    <message>
        <source>Annan tid</source>
        <translation>Another time</translation>
    </message>
    <message>
        <source>Skriv tiden som 16:30.</source>
        <translation>Write the time as 16:30.</translation>
    </message>
    <message>
        <source>Välj en dag.</source>
        <translation>Choose a day.</translation>
    </message>
    <message>
        <source>Den tiden har varit. Välj en senare.</source>
        <translation>That time has passed. Choose a later one.</translation>
    </message>
    <message>
        <source>Klart. Det står kvar i akten.</source>
        <translation>Done. It stays in the file.</translation>
    </message>
</context>
<context>
    <name>faltakt::viewmodels::TeamReturnsViewModel</name>
    <message>
        <source>Kryssa i att du tar hand om filen. Den är inte skyddad.</source>
        <translation>Tick that you take care of the file. It is not protected.</translation>
    </message>
    <message>
        <source>Hämtat %1. Det sparas inte på enheten.</source>
        <translation>Fetched %1. It is not kept on the device.</translation>
    </message>
    <message>
        <source>Rad som inte kan läsas</source>
        <translation>Line that cannot be read</translation>
    </message>
    <message numerus="yes">
        <source>Bygger på %n andra som inte togs emot</source>
        <translation>
            <numerusform>Builds on %n other that was not taken</numerusform>
            <numerusform>Builds on %n others that were not taken</numerusform>
        </translation>
    </message>
    <message>
        <source>Skrivet av %1. Akten finns inte på den här enheten</source>
        <translation>Written by %1. The file is not on this device</translation>
    </message>
    <message>
        <source>Skrivet av %1 om %2</source>
        <translation>Written by %1 about %2</translation>
    </message>
    <message>
        <source>Skrivet av %1</source>
        <translation>Written by %1</translation>
    </message>
    <message>
        <source>Inget att visa bland de senaste. Välj Visa äldre för att leta längre bak.</source>
        <translation>Nothing to show among the latest. Choose Show older to look further back.</translation>
    </message>
    <message>
        <source>Inget att visa av det du har rätt att se.</source>
        <translation>Nothing to show of what you have a right to see.</translation>
    </message>
    <message>
        <source>Letar längre bak …</source>
        <translation>Looking further back …</translation>
    </message>
    <message>
        <source>Hämtar från servern …</source>
        <translation>Fetching from the server …</translation>
    </message>
</context>
<context>
    <name>faltakt::viewmodels::TextMessageViewModel</name>
    <message>
        <source>Till %1</source>
        <translation>To %1</translation>
    </message>
    <message>
        <source>Skriv vad som ska stå i meddelandet.</source>
        <translation>Write what the message shall say.</translation>
    </message>
    <message>
        <source>Fyll i det som saknas där strecken står.</source>
        <translation>Fill in what is missing where the lines stand.</translation>
    </message>
    <message>
        <source>Meddelandet är längre än %1 tecken.</source>
        <translation>The message is longer than %1 characters.</translation>
    </message>
</context>
<context>
    <name>faltakt::viewmodels::TimelineListModel</name>
    <message>
        <source>Ingen träff på &quot;%1&quot;.</source>
        <translation>No hit for &quot;%1&quot;.</translation>
    </message>
    <message numerus="yes">
        <source>%n träffar</source>
        <translation>
            <numerusform>%n hit</numerusform>
            <numerusform>%n hits</numerusform>
        </translation>
    </message>
    <message>
        <source>Visar de senaste träffarna.</source>
        <translation>Shows the latest hits.</translation>
    </message>
</context>
<context>
    <name>faltakt::viewmodels::TodayFilter</name>
    <message>
        <source>Kontakter</source>
        <translation>Contacts</translation>
    </message>
    <message>
        <source>Besök</source>
        <translation>Visits</translation>
    </message>
    <message>
        <source>Brev</source>
        <translation>Letters</translation>
    </message>
    <message>
        <source>Frågor</source>
        <translation>Questions</translation>
    </message>
    <message>
        <source>Att skriva klart</source>
        <translation>To finish writing</translation>
    </message>
    <message>
        <source>Annat</source>
        <translation>Other</translation>
    </message>
    <message>
        <source>Allt</source>
        <translation>Everything</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>Visar bara: %1</source>
        <translation>Shows only: %1</translation>
    </message>
    <message>
        <source>Inget av det slaget.</source>
        <translation>Nothing of that sort.</translation>
    </message>
</context>
<context>
    <name>faltakt::viewmodels::TodayViewModel</name>
    <message>
        <source>Ringlista (%1)</source>
        <translation>Call list (%1)</translation>
    </message>
    <message>
        <source>Inga personer här än. De kommer efter första synken.</source>
        <translation>No people here yet. They come with the first sync.</translation>
    </message>
    <message>
        <source>Inget mer i dag. Nästa: %1</source>
        <translation>Nothing more today. Next: %1</translation>
    </message>
    <message>
        <source>Inget mer i dag.</source>
        <translation>Nothing more today.</translation>
    </message>
</context>
<context>
    <name>faltakt::viewmodels::TrainingNote</name>
    <message>
        <source>Du har angett att du har gått utbildningen i %1.</source>
        <translation>You have said that you are trained in %1.</translation>
    </message>
    <message>
        <source>De här frågorna är för den som har gått utbildningen i %1, och du har inte angett att du har det. Du kan fråga ändå. Det står i resultatet.</source>
        <translation>These questions are for those who are trained in %1, and you have not said that you are. You may ask all the same. The result will say so.</translation>
    </message>
    <message>
        <source>Jag har gått utbildningen i %1</source>
        <translation>I am trained in %1</translation>
    </message>
</context>
<context>
    <name>faltakt::viewmodels::UndoViewModel</name>
    <message>
        <source>Det har ändrats igen sedan dess, så det går inte att ångra. Inget är borta.</source>
        <translation>It has been changed again since then, so it cannot be undone. Nothing is lost.</translation>
    </message>
</context>
<context>
    <name>faltakt::viewmodels::VisitPlanViewModel</name>
    <message>
        <source>I morgon</source>
        <translation>Tomorrow</translation>
    </message>
    <message>
        <source>I dag</source>
        <translation>Today</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>Två går</source>
        <translation>Two go</translation>
    </message>
    <message>
        <source>Två går: %1</source>
        <translation>Two go: %1</translation>
    </message>
    <message>
        <source>Packat: %1 av %2</source>
        <translation>Packed: %1 of %2</translation>
    </message>
    <message>
        <source>Inga bokade tider i dag eller i morgon. Boka från personens sida.</source>
        <translation>No booked times today or tomorrow. Book from the person&apos;s page.</translation>
    </message>
    <message>
        <source>Överenskommet på kortet: två vid besök.</source>
        <translation>Agreed on the card: two at a visit.</translation>
    </message>
    <message>
        <source>Ordningen är ändrad.</source>
        <translation>The order is changed.</translation>
    </message>
    <message>
        <source>Ordnat efter tid.</source>
        <translation>Ordered by time.</translation>
    </message>
    <message>
        <source>Skriv vad du ska ta med.</source>
        <translation>Write what to take along.</translation>
    </message>
    <message>
        <source>Listan är full. Ta bort något först.</source>
        <translation>The list is full. Remove something first.</translation>
    </message>
    <message>
        <source>Borttaget från listan.</source>
        <translation>Removed from the list.</translation>
    </message>
    <message>
        <source>%1 (två går)</source>
        <translation>%1 (two go)</translation>
    </message>
</context>
<context>
    <name>faltakt::viewmodels::WeekViewModel</name>
    <message>
        <source>Kontakter och försök</source>
        <translation>Contacts and attempts</translation>
    </message>
    <message>
        <source>Fick kontakt</source>
        <translation>Reached</translation>
    </message>
    <message>
        <source>Olika personer</source>
        <translation>Different people</translation>
    </message>
    <message>
        <source>Besök</source>
        <translation>Visits</translation>
    </message>
    <message>
        <source>Anteckningar</source>
        <translation>Notes</translation>
    </message>
    <message>
        <source>Formulär klara</source>
        <translation>Forms completed</translation>
    </message>
    <message>
        <source>Egna uppgifter klara</source>
        <translation>Own tasks done</translation>
    </message>
    <message>
        <source>Incheckningar</source>
        <translation>Check-ins</translation>
    </message>
    <message>
        <source>Inget skrivet den veckan.</source>
        <translation>Nothing written that week.</translation>
    </message>
    <message>
        <source>Vecka %1, den här veckan</source>
        <translation>Week %1, this week</translation>
    </message>
    <message>
        <source>Vecka %1, från %2</source>
        <translation>Week %1, from %2</translation>
    </message>
    <message>
        <source>Det som är räknat utan namn lämnas till servern när veckan är slut.</source>
        <translation>What was counted without names goes to the server when the week is over.</translation>
    </message>
    <message>
        <source>Det som är räknat utan namn ligger kvar här: du hör inte till något team.</source>
        <translation>What was counted without names stays here: you belong to no team.</translation>
    </message>
    <message>
        <source>Det som är räknat utan namn har inte nått servern än.</source>
        <translation>What was counted without names has not reached the server yet.</translation>
    </message>
    <message>
        <source>Servern har fått det som är räknat utan namn. Ingen i teamet kan läsa dina antal. Kontoret ser bara summor på minst fem.</source>
        <translation>The server has what was counted without names. Nobody in the team can read your numbers. The office sees only sums of at least five.</translation>
    </message>
    <message>
        <source>Utan namn: %1</source>
        <translation>Without a name: %1</translation>
    </message>
    <message>
        <source>Frågor utan person</source>
        <translation>Questions without a person</translation>
    </message>
</context>
</TS>
