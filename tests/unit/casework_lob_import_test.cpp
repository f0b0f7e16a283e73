#include "core/casework/lob_report_columns.h"
#include "core/casework/lob_report_import.h"
#include "core/casework/record_schemas.h"
#include "core/casework/written_time.h"
#include "tests/support/catch.h"

#include <fstream>
#include <iterator>
#include <set>

using namespace faltakt;
using casework::LobReportFile;
using casework::LobReportRow;
using casework::readLobReports;

namespace {

const base::Instant Now = *base::parseInstant("2026-11-22T12:00:00Z");

LobReportFile fileOf(std::string_view csv)
{
    const auto file = readLobReports(csv, Now);
    if (!file)
        FAIL(file.error().toString());
    return *file;
}

/// The only row of a file with sheet and time of custody besides the given column.
LobReportFile withColumn(std::string_view name, std::string_view value)
{
    return fileOf("sheetNumber;takenAt;" + std::string(name) + "\n1;2026-11-14 01:15;" + std::string(value) + "\n");
}
LobReportRow rowWith(std::string_view name, std::string_view value)
{
    const auto file = withColumn(name, value);
    REQUIRE(file.rows.size() == 1);
    return file.rows.front();
}
std::string reasonWith(std::string_view name, std::string_view value)
{
    const auto file = withColumn(name, value);
    REQUIRE(file.refused.size() == 1);
    CHECK(file.rows.empty());
    CHECK(file.refused.front().line == 2);
    return file.refused.front().field + ":" + file.refused.front().reason;
}
std::string takenAt(std::string_view written)
{
    const auto file = fileOf("sheetNumber,takenAt\n1," + std::string(written) + "\n");
    return file.rows.empty() ? file.refused.front().reason : base::formatInstant(file.rows.front().takenAt);
}

std::string readData(const std::string &name)
{
    std::ifstream stream(std::string(FALTAKT_SOURCE_DIR) + "/tests/data/" + name, std::ios::binary);
    REQUIRE(stream);
    return {std::istreambuf_iterator<char>(stream), {}};
}

} // namespace

TEST_CASE("the example file goes in whole")
{
    const auto file = fileOf(readData("lob_reports.csv"));
    CHECK(file.read == 25);
    CHECK(file.rows.size() == 25);
    CHECK(file.refused.empty());
    CHECK(file.notices.empty());
    const auto unidentified =
        std::count_if(file.rows.begin(), file.rows.end(), [](const auto &row) { return row.isUnidentified(); });
    CHECK(unidentified == 1);
    std::multiset<std::string> numbers;
    for (const auto &row : file.rows)
        numbers.insert(row.identityNumber);
    CHECK(numbers.count(file.rows[0].identityNumber) == 2);
    CHECK(numbers.count(file.rows[1].identityNumber) == 3);
    CHECK(file.rows[0].givenName == "Anna");
    CHECK(file.rows[0].takenAt == *base::parseInstant("2026-10-30T22:50:00Z"));
    CHECK(file.rows[0].received == *base::parseInstant("2026-11-02T11:00:00Z"));
    CHECK(file.rows[13].identityKind == casework::IdentityKind::Samordningsnummer);
    CHECK(file.rows[22].address == "Parkgatan 1, \"Villa Ro\"");
}

TEST_CASE("every number in the example files has the birth number 000")
{
    for (const auto *name : {"lob_reports.csv", "lob_reports_bad.csv"})
        for (const auto &row : fileOf(readData(name)).rows)
            if (!row.identityNumber.empty())
                CHECK(row.identityNumber.substr(8, 3) == "000");
}

TEST_CASE("the bad example names each bad row and takes the good ones")
{
    const auto file = fileOf(readData("lob_reports_bad.csv"));
    CHECK(file.read == 4);
    REQUIRE(file.rows.size() == 2);
    CHECK(file.rows[1].place == "Parken, norra grinden");
    CHECK(file.rows[1].keptAt == "home");
    using Remark = casework::LobRowRemark;
    CHECK(file.refused == std::vector<Remark>{{3, "identityNumber", "checksum"}, {6, "takenAt", "date"}});
    CHECK(base::json::serialise(casework::toJson(file.refused[0]))
          == R"({"line":3,"field":"identityNumber","reason":"checksum"})");
}

TEST_CASE("columns are known in English and Swedish, whatever case, spaces and underscores")
{
    for (const std::string_view header :
         {"sheetNumber,takenAt,givenName,homeMunicipality", "SHEET NUMBER,Taken at,Given_name,home-municipality",
          "Bladnummer,Tid för omhändertagande,Förnamn,Hemkommun", "bladnr,OMHÄNDERTAGEN,förnamn,kommun"}) {
        CAPTURE(header);
        const auto file = fileOf(std::string(header) + "\n77,2026-11-14 01:15,Åsa,Täby\n");
        REQUIRE(file.rows.size() == 1);
        CHECK(file.rows[0].sheetNumber == "77");
        CHECK(file.rows[0].givenName == "Åsa");
        CHECK(file.rows[0].homeMunicipality == "Täby");
    }
}

TEST_CASE("no name stands for two columns, and all are in folded form")
{
    std::set<std::string> seen;
    for (const auto &column : casework::lobColumns()) {
        CHECK(seen.insert(casework::foldedKey(column.name)).second);
        for (const auto other : column.otherNames) {
            CAPTURE(column.name, other);
            CHECK(casework::foldedKey(other) == other);
            CHECK(seen.insert(std::string(other)).second);
        }
    }
}

TEST_CASE("a column that means nothing here is noted, not lost in silence")
{
    const auto file = fileOf("sheetNumber,takenAt,favouriteColour\n1,2026-11-14 01:15,red\n");
    CHECK(file.rows.size() == 1);
    CHECK(file.notices == std::vector<casework::LobRowRemark>{{1, "column 3", "ignored"}});
}

TEST_CASE("a file that cannot be read as a whole is refused with the reason")
{
    const auto detail = [](std::string_view csv) {
        const auto file = readLobReports(csv, Now);
        return file ? std::string("read") : file.error().detail();
    };
    CHECK(detail("") == "the file is empty");
    CHECK(detail("takenAt,place\n") == "the column sheetNumber is missing");
    CHECK(detail("sheetNumber,place\n").starts_with("the column takenAt"));
    CHECK(detail("sheetNumber,datum\n").starts_with("the column takenAt"));
    CHECK(detail("sheetNumber,takenAt,förnamn,givenName\n") == "the column givenName is there twice");
    CHECK(detail("sheet\"Number,takenAt\n").starts_with("the header row is broken"));
    CHECK(detail("sheetNumber,takenAt\n1,G\xf6teborg\n").find("ISO-8859-1") != std::string::npos);
}

TEST_CASE("times without zone are Swedish time, in winter and in summer")
{
    CHECK(takenAt("2026-11-14 01:15") == "2026-11-14T00:15:00Z");
    CHECK(takenAt("2026-07-14T01:15") == "2026-07-13T23:15:00Z");
    CHECK(takenAt("2026-11-14 01.15") == "2026-11-14T00:15:00Z");
    CHECK(takenAt("2026-11-14 kl. 1.15") == "2026-11-14T00:15:00Z");
    CHECK(takenAt("2026-11-14 01:15:30") == "2026-11-14T00:15:30Z");
    CHECK(takenAt("2026-11-14T01:15Z") == "2026-11-14T01:15:00Z");
    CHECK(takenAt("2026-11-14 01:15:00+02:00") == "2026-11-13T23:15:00Z");
    CHECK(takenAt("2026-10-25 02:30") == "2026-10-25T00:30:00Z");
}

TEST_CASE("a time of custody that is not one is told apart")
{
    for (const std::string_view written :
         {"igår", "14/11 2026", "2026-11-14", "2026-11-14 01", "2026-11-14x01:15", "2026-11-14 01:15 ung.",
          "20261114 0115", "2026-11-14 01:15+2", "2026-11-14 T", "2026-11-14 "}) {
        CAPTURE(written);
        CHECK(takenAt(written) == "format");
    }
    for (const std::string_view written :
         {"2026-11-31 01:15", "2026-02-29 01:15", "2026-11-14 24:00", "2026-11-14 12:60"}) {
        CAPTURE(written);
        CHECK(takenAt(written) == "date");
    }
    CHECK(takenAt("") == "missing");
}

TEST_CASE("date and time may stand in two columns")
{
    const auto file = fileOf("Datum;Tid;Bladnummer\n2026-11-14;01:15;5\n2026-11-14;;6\n;01:15;7\n");
    REQUIRE(file.rows.size() == 1);
    CHECK(file.rows[0].takenAt == *base::parseInstant("2026-11-14T00:15:00Z"));
    using Remark = casework::LobRowRemark;
    CHECK(file.refused == std::vector<Remark>{{3, "takenAt", "format"}, {4, "takenAt", "missing"}});
}

TEST_CASE("values are read by their Swedish and English words")
{
    CHECK(rowWith("kön", "Kvinna").sex == "f");
    CHECK(rowWith("sex", "m").sex == "m");
    CHECK(rowWith("påverkad av", "Läkemedel").substance == "medicines");
    CHECK(rowWith("substance", "mixed").substance == "mixed");
    CHECK(rowWith("förvarad", "TNE").keptAt == "soberingUnit");
    CHECK(rowWith("barn", "Ja").childrenPresent == "yes");
    CHECK(rowWith("barn", "vet inte").childrenPresent == "unknown");
    CHECK(rowWith("skador", "nej").injuries == false);
    CHECK(rowWith("violent", "true").violent == true);
    CHECK_FALSE(rowWith("violent", "okänt").violent);
    CHECK(rowWith("källa", "annan polis").source == "otherPolice");
    CHECK(rowWith("sekretessmarkering", "ja").protection == "sekretessmarkering");
    CHECK(rowWith("protected identity", "Skyddad folkbokföring").protection == "skyddadFolkbokforing");
    CHECK(rowWith("grund", "fara").ground == "danger");
    CHECK(rowWith("place", "Torget \t 2").place == "Torget 2");
}

TEST_CASE("a silent sheet gives defaults and no guesses")
{
    const auto row = rowWith("place", "");
    CHECK(row.source == "lob");
    CHECK(row.received == Now);
    CHECK(row.protection == "none");
    CHECK(row.isUnidentified());
    CHECK(row.sex.empty());
    CHECK_FALSE(row.injuries);
    CHECK_FALSE(row.birthDate);
}

TEST_CASE("an unknown person stays unknown, however the sheet says it")
{
    for (const std::string_view word : {"okänd", "Okänt", "unknown", "-", "saknas"}) {
        CAPTURE(word);
        CHECK(rowWith("personnummer", word).isUnidentified());
    }
    CHECK(rowWith("namn", "Okänd").isUnidentified());
}

TEST_CASE("a name in one column is split at the comma or before the last word")
{
    const auto both = rowWith("namn", "Anna Karin Lind");
    CHECK(both.givenName == "Anna Karin");
    CHECK(both.familyName == "Lind");
    const auto comma = rowWith("namn", "\"von Essen, Anna\"");
    CHECK(comma.givenName == "Anna");
    CHECK(comma.familyName == "von Essen");
}

TEST_CASE("the birth date comes from the number unless the sheet says another")
{
    CHECK(rowWith("identityNumber", "811218-9876").birthDate == *base::parseDate("1981-12-18"));
    const auto file = fileOf("sheetNumber,takenAt,identityNumber,birthDate\n1,2026-11-14 01:15,811218-9876,1981-12-19\n"
                             "2,2026-11-14 01:15,,2009-01-02\n3,2026-11-14 01:15,,2027-01-02\n4,2026-11-14 "
                             "01:15,,1999-02-29\n5,2026-11-14 01:15,,1999\n");
    REQUIRE(file.rows.size() == 2);
    CHECK(file.rows[0].birthDate == *base::parseDate("1981-12-19"));
    CHECK(file.rows[1].birthDate == *base::parseDate("2009-01-02"));
    REQUIRE(file.refused.size() == 3);
    CHECK(file.refused[0].reason == "date");
    CHECK(file.refused[1].reason == "date");
    CHECK(file.refused[2].reason == "format");
}

TEST_CASE("a bad value refuses its row with column and reason")
{
    CHECK(reasonWith("identityNumber", "811218-9875") == "identityNumber:checksum");
    CHECK(reasonWith("identityNumber", "811318-9876") == "identityNumber:date");
    CHECK(reasonWith("identityNumber", "8112") == "identityNumber:format");
    CHECK(reasonWith("substance", "godis") == "substance:code");
    CHECK(reasonWith("violent", "kanske") == "violent:yesNo");
    CHECK(reasonWith("place", std::string(201, 'x')) == "place:tooLong");
    CHECK(reasonWith("released at", "2026-11-14") == "releasedAt:format");
    CHECK(reasonWith("received", "sent") == "received:format");
    CHECK(reasonWith("place", "a;b") == ":columns");
    CHECK(reasonWith("place", "a\"b") == ":quote");
    CHECK(fileOf("sheetNumber,takenAt,place\n1,2026-11-14 01:15\n").refused.front().reason == "columns");
    CHECK(fileOf("sheetNumber,takenAt\n ,2026-11-14 01:15\n").refused.front().field == "sheetNumber");
}

TEST_CASE("empty surplus fields and rows of separators do no harm")
{
    const auto file = fileOf("sheetNumber;takenAt\n1;2026-11-14 01:15;;;\n;;;;\n;\n");
    CHECK(file.read == 1);
    CHECK(file.rows.size() == 1);
    CHECK(file.refused.empty());
}

TEST_CASE("the same sheet twice goes in once; with other content the second is refused")
{
    const auto file =
        fileOf("sheetNumber,takenAt,place,source\n7,2026-11-14 01:15,Torget,lob\n7,2026-11-14 01:15,Torget,lob\n"
               "7,2026-11-14 01:15,Parken,lob\n7,2026-11-14 01:15,Torget,otherPolice\n");
    CHECK(file.read == 4);
    CHECK(file.rows.size() == 2);
    CHECK(file.notices == std::vector<casework::LobRowRemark>{{3, "sheetNumber", "folded"}});
    CHECK(file.refused == std::vector<casework::LobRowRemark>{{4, "sheetNumber", "duplicate"}});
}

TEST_CASE("odd times are noted and the report goes in")
{
    const auto file = fileOf("sheetNumber,takenAt,received,releasedAt\n1,2026-12-24 01:15,,\n2,2026-11-14 "
                             "01:15,2026-11-12,2026-11-13 05:00\n"
                             "3,2026-11-14 18:15,2026-11-14,\n");
    CHECK(file.rows.size() == 3);
    using Remark = casework::LobRowRemark;
    CHECK(
        file.notices
        == std::vector<Remark>{
            {2, "takenAt", "future"}, {2, "received", "order"}, {3, "received", "order"}, {3, "releasedAt", "order"}});
}

TEST_CASE("no limit of a column is wider than that of the record's field")
{
    const auto *report = casework::recordSchemas().kind("lobReport");
    const auto *person = casework::recordSchemas().kind("person");
    const auto *hidden = casework::recordSchemas().kind("protectedPerson");
    for (const auto &column : casework::lobColumns())
        for (const auto *kind : {report, person, hidden})
            if (const auto *field = kind->field(column.name);
                field && (field->type == changelog::FieldType::Text || field->type == changelog::FieldType::LongText)) {
                if (column.name == "identityNumber")
                    continue; // Written with spaces it may be longer than normalised.
                CAPTURE(column.name, kind->name);
                CHECK(column.maxLength <= field->maxLength);
            }
}
