#pragma once

#include "core/rules/agenda.h"
#include "core/rules/attempt_plan.h"
#include "core/rules/profile_catalogue.h"

#include <algorithm>
#include <array>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace faltakt::rules::testing {

/// A case built in a test, one record a line; also the reader that the projector gets. Ids are numbers: record 7 is
/// …-000000000007, and the moment inside the id is that of `madeAt`.
class TestCase final : public store::CaseReader {
public:
    explicit TestCase(std::string_view profile = "taby")
        : m_projector(*shippedProfiles()->find(profile, *base::parseDate("2026-10-19")))
    {
    }

    /// Adds a record; `fields` is JSON. Gives the id as text, for other records' fields.
    std::string add(std::string_view kind, std::string_view fields)
    {
        std::array<std::uint8_t, 16> bytes{0x01, 0x9f, 0x00, 0, 0, 0, 0x70, 0, 0x80};
        bytes[15] = std::uint8_t(++m_count);
        store::RecordView record;
        record.id = base::RecordId(base::Uuid(bytes));
        record.kind = std::string(kind);
        record.fields = *base::json::parse(fields)->object();
        m_records[std::string(kind)].push_back(record);
        return record.id.toString();
    }

    /// Adds a record with `usual` fields; `more` (",\"name\":value" as in the middle of an object) takes their place.
    std::string addUsual(std::string_view kind, const std::string &usual, std::string_view more)
    {
        base::json::Object fields = *base::json::parse(usual)->object();
        if (!more.empty()) {
            const auto changed = base::json::parse("{" + std::string(more.substr(1)) + "}");
            for (const auto &[name, value] : *changed->object())
                fields.set(name, value);
        }
        return add(kind, base::json::serialise(fields));
    }

    /// A grown-up with a number and an address, in an intake.
    TestCase &withPerson(std::string_view more = "")
    {
        add("case", R"({"stage":"intake"})");
        addUsual("person",
                 R"({"givenName":"Johan","familyName":"Ek","birthDate":"1990-01-01","contactWays":{)"
                 R"("w1":{"kind":"phone","value":"070-174 06 05"},"w2":{"kind":"address","value":"Storgatan 1"}}})",
                 more);
        return *this;
    }

    /// Received on Friday 16 October 2026 at 10:00, registered at once.
    std::string addReport(std::string_view more = "")
    {
        return addUsual("lobReport",
                        R"({"received":"2026-10-16T08:00:00Z","registered":"2026-10-16T08:05:00Z","repeatCount":1})",
                        more);
    }

    std::string addContact(std::string_view day, std::string_view outcome, std::string_view more = "")
    {
        return addUsual("contact",
                        R"({"way":"call","at":")" + std::string(day) + R"(T09:00:00+02:00","outcome":")"
                            + std::string(outcome) + "\"}",
                        more);
    }

    [[nodiscard]] base::Result<std::vector<store::RecordView>> records(base::CaseId,
                                                                       std::string_view kind) const override
    {
        const auto found = m_records.find(kind);
        return found == m_records.end() ? std::vector<store::RecordView>() : found->second;
    }

    /// Does what a plan says, as the store would.
    void apply(const std::vector<PlannedWrite> &writes)
    {
        for (const PlannedWrite &write : writes) {
            auto &records = m_records[write.kind];
            auto record = std::ranges::find(records, write.record, &store::RecordView::id);
            if (write.isNew) {
                store::RecordView made;
                made.id = write.record;
                made.kind = write.kind;
                record = records.insert(records.end(), std::move(made));
            }
            for (const auto &[name, value] : write.fields)
                record->fields.set(name, value);
        }
    }

    [[nodiscard]] CaseFacts facts() const { return *readCaseFacts({}, *this); }
    [[nodiscard]] const Profile &profile() const noexcept { return m_projector.profile(); }
    /// The fields of the only or latest record of a kind.
    [[nodiscard]] std::string latest(std::string_view kind) const
    {
        return base::json::serialise(m_records.find(kind)->second.back().fields);
    }
    [[nodiscard]] std::string field(std::string_view kind, std::string_view name) const
    {
        return m_records.find(kind)->second.back().text(name);
    }
    [[nodiscard]] std::size_t count(std::string_view kind) const
    {
        const auto found = m_records.find(kind);
        return found == m_records.end() ? 0 : found->second.size();
    }

    [[nodiscard]] std::vector<store::AgendaEntry> agenda() const { return *m_projector.agenda({}, *this); }

    /// The row of a rule, or nullptr.
    [[nodiscard]] std::optional<store::AgendaEntry> row(std::string_view rule) const
    {
        for (auto &entry : agenda()) {
            if (entry.rule == rule)
                return entry;
        }
        return std::nullopt;
    }

    [[nodiscard]] bool has(std::string_view rule) const { return row(rule).has_value(); }

    /// "rule kind reason due", sorted, one for each row; the due time as a Swedish day.
    [[nodiscard]] std::vector<std::string> lines() const;

private:
    FieldAgendaProjector m_projector;
    std::map<std::string, std::vector<store::RecordView>, std::less<>> m_records;
    unsigned m_count = 0;
};

using Lines = std::vector<std::string>;

} // namespace faltakt::rules::testing
