#include "core/casework/demo_lob_file.h"

#include "core/casework/csv_reader.h"
#include "core/casework/swedish_time.h"

#include <algorithm>
#include <array>
#include <map>

namespace faltakt::casework::demo {

namespace {

using std::chrono::days;
using std::chrono::hours;
using std::chrono::minutes;

constexpr std::array<std::string_view, 21> FileColumns = {
    "sheetNumber",    "source",   "takenAt",          "place",  "received", "givenName",       "familyName",
    "identityNumber", "sex",      "homeMunicipality", "phone",  "address",  "ground",          "substance",
    "condition",      "injuries", "medicalCheck",     "keptAt", "violent",  "childrenPresent", "protection"};

/// One row by column name; what is missing stays empty.
using FileRow = std::map<std::string_view, std::string>;

class FileWriter {
public:
    FileWriter(People &people, const DemoSettings &settings) : m_people(people), m_settings(settings)
    {
        for (const std::string_view column : FileColumns)
            m_text += (m_text.empty() ? "" : ",") + std::string(column);
        m_text += "\r\n";
    }

    [[nodiscard]] bool isFull() const noexcept { return m_rows >= m_settings.newReports; }

    void write(const Person &person, const FileRow &changes = {})
    {
        if (isFull())
            return;
        ++m_rows;
        FileRow row = rowOf(person);
        for (const auto &[column, value] : changes)
            row[column] = value;
        for (std::size_t i = 0; i < FileColumns.size(); ++i)
            m_text += (i == 0 ? "" : ",") + csvField(row[FileColumns[i]], ',');
        m_text += "\r\n";
    }

    [[nodiscard]] std::string take() { return std::move(m_text); }

private:
    /// Taken in one of the last three nights; the sheet came in the morning.
    FileRow rowOf(const Person &person)
    {
        const std::chrono::sys_days today(m_settings.today);
        const base::Date evening{today - days(1 + int(m_people.below(3)))};
        const base::Instant takenAt = instantOf({evening, hours(20)}) + minutes(5 * int(m_people.below(96)));
        const base::Instant received =
            std::max(instantOf({m_settings.today, hours(7)}) + minutes(45), takenAt + hours(2));
        static constexpr std::string_view Substances[] = {"alcohol", "alcohol", "alcohol",
                                                          "mixed",   "drugs",   "medicines"};
        static constexpr std::string_view Kept[] = {"arrest", "soberingUnit", "home", "hospital"};
        return {{"sheetNumber",
                 "5000-K" + std::to_string(500'000 + m_rows) + "-" + std::to_string(int(m_settings.today.year()))},
                {"source", "lob"},
                {"takenAt", base::formatInstant(takenAt)},
                {"place", m_people.pick(places())},
                {"received", base::formatInstant(received)},
                {"givenName", person.givenName},
                {"familyName", person.familyName},
                {"identityNumber", person.identityNumber},
                {"sex", person.sex},
                {"homeMunicipality", m_settings.municipality},
                {"phone", person.phone},
                {"address", person.address},
                {"ground", "intoxicated"},
                {"substance", m_people.pick(Substances)},
                {"condition", m_people.pick(conditions())},
                {"injuries", m_people.oneIn(6) ? "yes" : "no"},
                {"medicalCheck", m_people.oneIn(4) ? "yes" : "no"},
                {"keptAt", m_people.pick(Kept)},
                {"violent", "no"},
                {"childrenPresent", "no"},
                {"protection", "none"}};
    }

    People &m_people;
    const DemoSettings &m_settings;
    std::string m_text;
    std::size_t m_rows = 0;
};

} // namespace

std::string makeLobFile(People &people, const DemoSettings &settings, const KnownForFile &known)
{
    FileWriter file(people, settings);
    const Person twice = people.make(25, 60);
    file.write(twice);
    for (const Person &person : known.withOpenMatter)
        file.write(person);
    for (const Person &person : known.withClosedMatter)
        file.write(person);
    file.write(people.make(16, 16));
    file.write(people.make(19, 19));
    file.write(people.make(30, 50), {{"protection", "sekretessmarkering"}});
    file.write(people.make(25, 60),
               {{"homeMunicipality", settings.municipality == "Uppsala" ? "Enköping" : "Uppsala"}});
    file.write({}, {{"sex", "m"}, {"phone", ""}, {"address", ""}, {"identityNumber", "okänd"}});
    file.write(people.make(40, 70), {{"phone", ""}});
    file.write(people.make(28, 45), {{"childrenPresent", "yes"}, {"keptAt", "home"}});
    file.write(people.make(45, 65), {{"violent", "yes"}, {"keptAt", "arrest"}});
    file.write(twice, {{"substance", "mixed"}});
    while (!file.isFull())
        file.write(people.make(21, 75));
    return file.take();
}

} // namespace faltakt::casework::demo
