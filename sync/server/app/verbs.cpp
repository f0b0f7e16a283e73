#include "sync/server/app/verbs.h"

#include <algorithm>

namespace faltakt::server {

std::span<const Verb> verbs()
{
    static const std::vector<Verb> All{
        {"init",
         "",
         false,
         {{"name", "NAME", true}, {"address", "HOST…", false, true}},
         "makes keys, root and server certificate for the addresses (default localhost, 127.0.0.1); prints "
         "{\"fingerprint\"}"},
        {"serve",
         "",
         false,
         {{"listen", "HOST:PORT", true}, {"metrics", "HOST:PORT"}, {"alarm-hook", "PROGRAM"}},
         "serves until SIGTERM; port 0: the system picks one; prints {\"listening\"} when ready, with --metrics also "
         "{\"metrics\"}.\n"
         "    --alarm-hook: run as PROGRAM visit ALARM when a visit is over its time and nobody has checked out"},
        {"backup",
         "FILE",
         true,
         {},
         "writes a copy of the store as of now, also while it is served; encrypted with DATA/keys/database.key, which "
         "is "
         "not in it; prints {\"bytes\",\"changes\",\"logId\"}"},
        {"restore mark",
         "",
         false,
         {},
         "after a PostgreSQL database was put back from a dump, and before it is served: begins a new log, so that the "
         "devices bring what is missing; prints {\"logId\",\"changes\"}"},
        {"restore",
         "FILE",
         true,
         {},
         "puts a backup into a folder that holds the keys and no store, and begins a new log, so that the devices "
         "bring "
         "what is missing; prints {\"logId\",\"changes\"}"},
        {"status", "", false, {}, "prints {\"tenants\",\"devices\",\"changes\",\"logId\"}"},
        {"recovery make",
         "",
         false,
         {{"tenant", "T"}, {"out", "FILE"}},
         "hands out the tenant's offline recovery key, or makes the next one where it was handed out; move it away"},
        {"recovery open",
         "FILE",
         true,
         {{"key", "KEYFILE", true}, {"pin-file", "NEWPIN"}},
         "opens a device's key file by the recovery key and sets a new passphrase (from --pin-file or standard input)",
         false},
        {"profile check",
         "FILE",
         true,
         {{"with", "FILE…", false, true}},
         "reads a municipality's profile over its parents and says what is wrong with it, with the place in the file; "
         "a file of a shipped\n"
         "    profile's id stands in for it, --with names parents that are not shipped; prints "
         "{\"id\",\"version\",\"name\",\"parent\",\n"
         "    \"validFrom\",\"validTo\",\"statements\",\"missing\",\"hash\"}",
         false},
        {"profile show",
         "FILE|ID",
         true,
         {{"with", "FILE…", false, true}},
         "the same of a file or a shipped profile: a line {\"part\",\"name\",…,\"kind\",\"source\",\"confidence\","
         "\"profile\"} for each statement,\n"
         "    {\"part\",\"name\",\"stated\":false} for what it does not state",
         false},
        {"profile add",
         "FILE",
         true,
         {{"tenant", "T"}, {"by", "NAME"}},
         "gives a version of a profile to the tenant's devices, which use it from their next sync on; refused as by "
         "profile check, and\n"
         "    where the version is not higher than the known ones or a later version names no first day; --by: who "
         "adds "
         "it\n"
         "    (default: the account); prints {\"id\",\"version\",\"name\",\"validFrom\",\"validTo\"}"},
        {"profile list",
         "",
         false,
         {{"tenant", "T"}},
         "what was added, in this order: lines {\"id\",\"version\",\"name\",\"parent\",\"validFrom\","
         "\"validTo\",\"inForce\",\"hash\",\"size\",\"added\",\"by\"}"},
        {"tenant add",
         "NAME",
         true,
         {{"profile", "P", true}, {"by", "NAME"}},
         "makes a municipality with its keys; P: a shipped profile's id, or FILE.json, which is added with it; prints "
         "{\"id\"}"},
        {"tenant list", "", false, {}, "lines {\"id\",\"name\",\"profile\"}"},
        {"team add", "NAME", true, {{"tenant", "T"}}, "prints {\"id\"}"},
        {"team list", "", false, {{"tenant", "T"}}, "lines {\"id\",\"name\"}"},
        {"worker add",
         "NAME",
         true,
         {{"tenant", "T"}, {"team", "TEAM"}, {"role", "ROLE"}},
         "role: caseworker (default) or teamLeader; prints {\"id\"}"},
        {"worker role",
         "W",
         true,
         {{"role", "ROLE", true}, {"team", "TEAM"}},
         "changes the role, and with --team the team (its devices are revoked before); it counts at once; prints "
         "{\"id\",\"name\",\"team\",\"role\"}"},
        {"worker deputy",
         "W",
         true,
         {{"deputy", "W", true}, {"from", "DAY", true}, {"to", "DAY", true}},
         "names another worker as deputy in every open case that the first one is responsible for, from day to day; "
         "the right comes "
         "and goes by itself. Cases of somebody with protected identity are left out: case deputy; prints "
         "{\"worker\",\"cases\",\"protectedLeft\"}"},
        {"worker list", "", false, {{"tenant", "T"}}, "lines {\"id\",\"name\",\"team\",\"role\"}"},
        {"device code",
         "",
         false,
         {{"worker", "W", true}, {"url", "URL"}},
         "a one-time code for a new device at the address served last, or at URL; prints {\"code\",\"expires\"} and a "
         "QR on a terminal"},
        {"device list",
         "",
         false,
         {{"tenant", "T"}},
         "lines "
         "{\"device\",\"worker\",\"name\",\"app\",\"enrolled\",\"lastContact\",\"revoked\",\"attachmentBytes\","
         "\"forgetsOpen\","
         "\"forgetsOpenSince\"}; attachmentBytes: the room of what the device has announced; forgetsOpen: cases taken "
         "away that the device has not yet said to be gone"},
        {"device revoke", "D", true, {}, "from now on the device gets nothing; what it still sends is kept apart"},
        {"device lock", "D", true, {}, "orders the device to close its store; the passphrase opens it again"},
        {"device wipe", "D", true, {}, "orders the device to push what is unsent and to destroy its keys"},
        {"outbox take",
         "FILE",
         true,
         {},
         "takes in the outbox.sealed of a device that cannot bring it itself; the same file again changes nothing; "
         "prints "
         "{\"taken\",\"quarantined\"}"},
        {"case list",
         "",
         false,
         {{"tenant", "T"}},
         "lines {\"case\",\"caseNumber\",\"stage\",\"grantees\"}; nothing that says who it is"},
        {"case assign",
         "CASE",
         true,
         {{"worker", "W", true}},
         "adds the worker: all compartments but protected and reading"},
        {"case unassign", "CASE", true, {{"worker", "W", true}}, "takes the worker's own right away"},
        {"case deputy",
         "CASE",
         true,
         {{"worker", "W", true}, {"from", "DAY", true}, {"to", "DAY", true}},
         "names a deputy for who is responsible, from day to day; prints {\"case\",\"worker\",\"deputy\"}"},
        {"case unprotect",
         "CASE",
         true,
         {{"by", "W", true}, {"with", "W", true}, {"reason", "TEXT", true}},
         "takes the level of protected identity off, by two workers' word; devices cannot. The three stand in the "
         "access "
         "log; rights stay as they are"},
        {"case close", "CASE", true, {{"as", "CODE"}}, "closes the matter (default done) and takes every right away"},
        {"package show",
         "",
         false,
         {{"tenant", "T"}},
         "how many days the municipality's field packages reach back; prints {\"tenant\",\"days\"}"},
        {"package set",
         "",
         false,
         {{"days", "N", true}, {"tenant", "T"}},
         "for rights and devices from now on; 0: cases come whole; prints {\"tenant\",\"days\"}"},
        {"pack key",
         "FILE",
         true,
         {},
         "makes a publisher's signing key (Ed25519, PEM, 0600), to be kept away from every server; prints "
         "{\"key\",\"code\"}; code: what the publisher's letter says, by which people know him",
         false},
        {"pack sign",
         "DIR OUT",
         true,
         {{"key", "FILE", true}},
         "makes a content pack of a folder with pack.json {\"id\",\"version\",\"title\",\"publisher\","
         "\"licence\",\"validFrom\",\n"
         "    \"languages\"}, licence.txt, and ID.json with ID.vectors.json for each instrument; the vectors are run "
         "first; prints\n"
         "    {\"id\",\"version\",\"instruments\",\"hash\",\"size\",\"key\",\"code\"}",
         false},
        {"pack add",
         "FILE",
         true,
         {{"tenant", "T"}, {"publisher", "CODE"}},
         "gives a content pack to the tenant's devices; the first one's publisher is trusted from then on by devices "
         "that enrol,\n"
         "    another publisher is added by his CODE; prints {\"id\",\"version\",\"hash\",\"size\",\"code\"}"},
        {"pack list",
         "",
         false,
         {{"tenant", "T"}},
         "lines {\"id\",\"version\",\"title\",\"publisher\",\"code\",\"licence\",\"validFrom\",\"languages\","
         "\"instruments\",\"hash\",\"size\",\"added\",\"newest\"}"},
        {"quarantine list",
         "",
         false,
         {{"tenant", "T"}},
         "what was sent and not accepted: lines {\"change\",\"hash\",\"case\",\"worker\",\"name\",\"device\","
         "\"received\",\"reason\",\"field\",\"words\",\"buildsOn\"}, without content"},
        {"quarantine show",
         "CHANGE",
         true,
         {{"tenant", "T"}},
         "the same of one, by id or hash, with its \"line\"; the reading is logged"},
        {"lob import",
         "FILE.csv",
         true,
         {{"tenant", "T"}, {"assign", "W"}},
         "takes in police reports, each sheet once; prints {\"read\",\"new\",\"known\",\"office\",\"refused\"}"},
        {"lob office", "", false, {{"tenant", "T"}}, "lists what stays at the office, without names"},
        {"letter list",
         "",
         false,
         {{"tenant", "T"}},
         "letters that the field has asked for and that have not gone: lines "
         "{\"letter\",\"case\",\"caseNumber\",\"asked\",\"held\"}, without names; a held one (held: why) has a task "
         "for "
         "the person's worker"},
        {"letter show",
         "LETTER",
         true,
         {{"tenant", "T"}, {"worker", "NAME"}, {"number", "NUMBER"}, {"unit", "NAME"}},
         "the letter as it is printed: the same with \"language\",\"address\",\"opening\",\"text\",\"missing\"; "
         "missing: "
         "places that stay to be written by hand; the reading is logged; refused where it is held"},
        {"letter sent",
         "LETTER",
         true,
         {{"tenant", "T"}, {"on", "DAY"}},
         "notes that it went, today or on that day; the devices learn of it; prints the same with \"sent\""},
        {"stats",
         "",
         false,
         {{"tenant", "T"}, {"by", "year|quarter"}},
         "figures on police reports, completed questionnaires, what was done in time and counts without names by whole "
         "years (default) or "
         "quarters, whichever was taken first: lines "
         "{\"from\",\"to\",\"table\",\"cells\",\"count\"}; no\n"
         "    number under 5 stands there or can be had by difference: small cells are told together with their "
         "neighbours, "
         "small\n"
         "    periods with the next, and each period is counted once, 31 days after its end"},
        {"alarm list",
         "",
         false,
         {{"tenant", "T"}},
         "visits whose time is over and that nobody has checked out of: lines "
         "{\"alarm\",\"team\",\"worker\",\"due\",\"raised\",\"seenBy\"};\n"
         "    where it is stands on the devices of the team"},
        {"alarm ack",
         "ALARM",
         true,
         {{"tenant", "T"}},
         "tells the team that somebody at the server takes care of it; the alarm stands until the check-out comes"},
        {"log review",
         "",
         false,
         {{"tenant", "T"}, {"worker", "W"}, {"case", "CASE"}, {"from", "DAY"}, {"to", "DAY"}},
         "checks the whole access log of the tenant and lists who read and wrote what: lines "
         "{\"n\",\"at\",\"worker\",\"name\",\"device\",\"act\",\"case\",\"compartments\",\"lines\",\"word\","
         "\"purpose\"}, then "
         "{\"entries\",\"matching\",\"shown\",\"head\",\"whole\",\"brokenAt\",\"fault\"}; exit code 1 where it is "
         "broken"},
        {"demo load",
         "",
         false,
         {{"tenant", "T"}, {"people", "N"}, {"seed", "N"}},
         "loads an invented caseload, assigned to its two workers; prints {\"cases\",\"changes\",\"workers\"}"},
        {"load",
         "",
         false,
         {{"devices", "N", true}, {"seconds", "S"}, {"every", "S"}, {"beside-real-tenants", "", false, false, true}},
         "plays N devices against the process that serves DIR, in a tenant of their own that stays in the store: each "
         "holds a\n"
         "    long poll open and syncs 1 to 3 changes every S seconds (default 30) for S seconds (default 60). Refused "
         "where\n"
         "    there are real tenants, unless --beside-real-tenants. Prints {\"devices\",\"enrolled\",\"seconds\","
         "\"every\",\"syncs\",\n"
         "    "
         "\"polls\",\"pushed\",\"accepted\",\"unjudged\",\"heard\",\"missing\",\"repeated\",\"outOfOrder\",\"errors\":"
         "{kind:count},\n"
         "    \"calls\":{connect, enrol, token, hello, push, pull, news: {\"count\",\"p50\",\"p99\",\"max\"} in "
         "milliseconds},\n"
         "    \"server\":{\"pid\",\"memoryBefore\",\"memoryPeak\",\"memoryAfter\" in bytes, "
         "\"cpuSeconds\",\"cores\"},\n"
         "    \"loadAverage\":[before,after],\"flawless\"}; news: from a colleague's push being sent to the device "
         "having it.\n"
         "    Exit code 1 where a change was lost, doubled or out of order, or a call failed"},
    };
    return All;
}

namespace {

std::string synopsis(const Verb &verb)
{
    std::string line = "faltakt-server " + std::string(verb.needsData ? "--data DIR " : "") + std::string(verb.name);
    if (!verb.argument.empty())
        line += ' ' + std::string(verb.argument);
    for (const VerbOption &option : verb.options) {
        const std::string text = "--" + std::string(option.name) + (option.flag ? "" : " ") + std::string(option.value);
        line += option.required ? ' ' + text : " [" + text + ']';
    }
    return line;
}

} // namespace

std::string helpText(const std::vector<std::string> &words)
{
    std::string prefix;
    for (const std::string &word : words)
        prefix += (prefix.empty() ? "" : " ") + word;
    std::string text;
    for (const Verb &verb : verbs()) {
        const bool fits = prefix.empty() || verb.name == prefix || verb.name.starts_with(prefix + ' ');
        if (fits)
            text += synopsis(verb) + "\n    " + std::string(verb.help) + '\n';
    }
    if (text.empty())
        return helpText({});
    if (!prefix.empty())
        return text;
    return "faltakt-server: the central server of Fältakt and its administration.\n\n" + text
           + "\n--db postgres://… puts the store into PostgreSQL: once with init, which notes it in DIR; over a "
             "network with "
             "TLS alone.\n"
             "Commands print JSON on standard output and words on standard error. A tenant, team or worker is named "
             "by id or by\n"
             "name; with one tenant --tenant may be left out. Exit codes: 0 done, 1 refused or failed, 2 wrong usage, "
             "3 the\n"
             "serving process cannot be reached.\n";
}

} // namespace faltakt::server
