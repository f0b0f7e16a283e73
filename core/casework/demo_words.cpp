#include "core/casework/demo_words.h"

namespace faltakt::casework::demo {

namespace {

constexpr std::string_view Women[] = {
    "Anna",    "Maria",   "Karin",   "Eva",   "Lena",   "Kristina", "Sara",   "Emma",     "Ida",       "Elin",
    "Johanna", "Malin",   "Jenny",   "Linda", "Helena", "Ulla",     "Ingrid", "Birgitta", "Margareta", "Gunilla",
    "Camilla", "Annika",  "Sofia",   "Hanna", "Lisa",   "Frida",    "Moa",    "Klara",    "Åsa",       "Petra",
    "Monica",  "Agneta",  "Fatima",  "Amina", "Leila",  "Mona",     "Ewa",    "Tuula",    "Natalia",   "Selma",
    "Ellen",   "Josefin", "Therese", "Pia",   "Carina", "Susanne",  "Yvonne", "Marianne"};
constexpr std::string_view Men[] = {"Erik",   "Lars",   "Anders", "Johan",   "Per",    "Mikael",  "Jan",    "Peter",
                                    "Thomas", "Karl",   "Daniel", "Fredrik", "Magnus", "Mattias", "Stefan", "Bengt",
                                    "Bo",     "Göran",  "Ulf",    "Lennart", "Kjell",  "Håkan",   "Robert", "Marcus",
                                    "Jonas",  "Patrik", "Martin", "Andreas", "Oskar",  "Viktor",  "Simon",  "Emil",
                                    "Anton",  "Filip",  "Jakob",  "Ahmed",   "Hassan", "Ali",     "Yusuf",  "Marek",
                                    "Jari",   "Dragan", "Samir",  "Tobias",  "Henrik", "Rolf",    "Åke",    "Kent"};
constexpr std::string_view Families[] = {
    "Andersson", "Johansson",   "Karlsson",   "Nilsson",  "Eriksson", "Larsson",   "Olsson",     "Persson",
    "Svensson",  "Gustafsson",  "Pettersson", "Jonsson",  "Jansson",  "Hansson",   "Bengtsson",  "Lindberg",
    "Jakobsson", "Lindström",   "Olofsson",   "Lundberg", "Berg",     "Bergström", "Lundgren",   "Fredriksson",
    "Sandberg",  "Henriksson",  "Forsberg",   "Sjöberg",  "Wallin",   "Engström",  "Danielsson", "Håkansson",
    "Lundin",    "Björk",       "Bergman",    "Wikström", "Isaksson", "Fransson",  "Nyström",    "Holmberg",
    "Löfgren",   "Söderberg",   "Nyberg",     "Ekström",  "Sundberg", "Hedlund",   "Dahlberg",   "Hellström",
    "Sjögren",   "Abrahamsson", "Åberg",      "Öberg",    "Ek",       "Blom",      "Lind",       "Holm",
    "Norberg",   "Sandström",   "Hermansson", "Åkesson",  "Hassan",   "Ali",       "Mohamed",    "Kowalska",
    "Virtanen",  "Petrović",    "Haddad",     "Rahimi",   "Yılmaz",   "Nguyen"};
constexpr std::string_view Workers[] = {"Maja Sundin", "Jonas Hedberg", "Sofia Ahlgren",
                                        "Nils Rosén",  "Leyla Demir",   "Karin Falk"};
constexpr std::string_view Streets[] = {"Björkvägen",  "Skolgatan", "Ringvägen", "Storgatan",       "Ängsvägen",
                                        "Kyrkvägen",   "Parkgatan", "Tallvägen", "Stationsgatan",   "Lövstigen",
                                        "Kvarnbacken", "Åvägen",    "Solvägen",  "Hantverkargatan", "Granvägen"};
constexpr std::string_view Places[] = {"Torget",
                                       "Resecentrum, väntsalen",
                                       "Utanför restaurangen på Storgatan",
                                       "Parken vid biblioteket",
                                       "Busstationen",
                                       "Pendeltåget, ändstationen",
                                       "Ishallens parkering",
                                       "Gångtunneln vid stationen",
                                       "Kajen",
                                       "Trapphus på Ringvägen",
                                       "Galleria, entrén",
                                       "Campingplatsen"};
constexpr std::string_view Conditions[] = {"Sov på en bänk, svår att väcka. Vaken och lugn efter två timmar.",
                                           "Vinglig, föll en gång. Svarade på tilltal.",
                                           "Nedkyld, fick filtar och varm dryck.",
                                           "Hade tappat bort sitt sällskap och hittade inte hem.",
                                           "Ledsen, ville prata. Följde med frivilligt.",
                                           "Kräktes flera gånger, kunde sitta själv.",
                                           "Trött och sluddrig. Sa att det blivit för mycket efter en jobbig vecka.",
                                           "Högljudd först, lugn när taxin kom.",
                                           "Hade förväxlat sina tabletter och druckit vin till.",
                                           "Gick på vägen i mörka kläder, förstod inte faran."};
constexpr std::string_view Notes[] = {
    "Ringde och berättade att veckan har gått bra. Har varit på jobbet alla dagar.",
    "Kom till mottagningen på avtalad tid. Vi gick igenom vad som hände i fredags.",
    "Har pratat med sin chef om schemat. Slipper nattpass till årsskiftet.",
    "Sover dåligt utan kvällsvinet. Ska prova att gå en runda efter middagen.",
    "Berättade om sin pappas sjukdom. Åker dit varannan helg.",
    "Hembesök på avtalad tid. Vi drack kaffe i köket och pratade om våren.",
    "Har fått tid på vårdcentralen för provtagning på torsdag.",
    "Var på sin första träff med gruppen. Tyckte att det kändes ovant men bra.",
    "Har lagt undan pengar till hyran. Kontaktar hyresvärden själv.",
    "Ringde från bussen, hade missat vår tid. Vi bokade en ny.",
    "Två vita veckor. Säger att helgerna är svårast.",
    "Har börjat träna igen med en gammal kollega.",
    "Brodern var med på mötet. De kom överens om att höras på söndagar.",
    "Drack på en födelsedag i lördags. Ringde själv och berättade.",
    "Vill ha hjälp att förstå brevet från Försäkringskassan. Vi läste det tillsammans.",
    "Har tackat ja till ett samtal med läkaren om medicin."};
constexpr std::string_view Judgements[] = {
    "Rör sig åt rätt håll. Behöver stöd inför helgerna.", "Situationen är stabil.", "Nätverket är ett gott stöd.",
    "Behöver en ny plan för kvällarna.", "Fortsatt kontakt varannan vecka räcker."};
constexpr std::string_view Wishes[] = {"Vill sova bättre och slippa ångesten på söndagar.",
                                       "Vill behålla jobbet.",
                                       "Vill kunna ta ett glas utan att det blir tio.",
                                       "Vill att barnbarnen ska vilja komma hit igen.",
                                       "Vill ha en egen lägenhet till våren.",
                                       "Vill prata med någon som lyssnar.",
                                       "Vill sluta helt, men inte i grupp.",
                                       "Vet inte än, vill tänka."};
constexpr std::string_view Talks[] = {
    "Berättade om kvällen med egna ord. Minns det mesta. Tycker att det var tråkigt men förstår varför det blev så.",
    "Svarade i telefon på lunchen. Kort samtal, ville höras igen nästa vecka.",
    "Tyckte att det var skönt att någon ringde. Vi gick igenom vad som finns att få.",
    "Det var en engångshändelse efter en begravning. Mår bra i dag.",
    "Har funderat på sina vanor sedan i somras. Ville gärna svara på några frågor."};

} // namespace

Words womensNames() noexcept { return Women; }
Words mensNames() noexcept { return Men; }
Words familyNames() noexcept { return Families; }
Words workerNames() noexcept { return Workers; }
Words streets() noexcept { return Streets; }
Words places() noexcept { return Places; }
Words conditions() noexcept { return Conditions; }
Words noteTexts() noexcept { return Notes; }
Words judgements() noexcept { return Judgements; }
Words ownWishes() noexcept { return Wishes; }
Words talkTexts() noexcept { return Talks; }

} // namespace faltakt::casework::demo
