#include "core/rules/emergency_contacts.h"

#include "core/rules/guidance_files.h"

#include <algorithm>
#include <iterator>

namespace faltakt::rules {

namespace {

using base::Result;

constexpr std::size_t MaxBytes = 256 * 1024;
constexpr std::size_t MaxContacts = 60;

Result<ContactGroup> readGroup(const PathReader &reader)
{
    TRY(const std::string group, reader.text("group", 20));
    if (group == "danger")
        return ContactGroup::Danger;
    if (group == "advice")
        return ContactGroup::Advice;
    if (group == "support")
        return ContactGroup::Support;
    return reader.refuse("group", "must be danger, advice or support");
}

Result<ContactScope> readScope(const PathReader &reader)
{
    TRY(const std::string scope, reader.text("scope", 20));
    if (scope == "national")
        return ContactScope::National;
    if (scope == "municipal")
        return ContactScope::Municipal;
    return reader.refuse("scope", "must be national or municipal");
}

Result<std::string> readNumber(const PathReader &reader)
{
    TRY(std::string number, reader.text("number", 30));
    if (number.find_first_not_of("0123456789+- ") != std::string::npos || number.front() == '-')
        return reader.refuse("number", "must be a telephone number of digits, spaces, hyphens and a plus");
    return number;
}

std::string diallableDigits(const Setting<std::string> &number)
{
    std::string digits;
    if (number)
        std::ranges::copy_if(number->value, std::back_inserter(digits),
                             [](char c) { return c == '+' || (c >= '0' && c <= '9'); });
    return digits;
}

const ProfileContact *contactOf(const Profile &profile, std::string_view code)
{
    const auto found = std::ranges::find(profile.contacts, code, &ProfileContact::code);
    return found == profile.contacts.end() ? nullptr : &*found;
}

} // namespace

Result<EmergencyContacts::Entry> EmergencyContacts::readEntry(const PathReader &reader)
{
    TRY_VOID(reader.allowOnly({"code", "scope", "group", "name", "when", "note", "number", "source", "confidence"}));
    Entry entry;
    TRY(entry.code, reader.code("code"));
    TRY(entry.scope, readScope(reader));
    TRY(entry.group, readGroup(reader));
    TRY(entry.name, readLocalText(reader, "name", 60));
    TRY(entry.when, readLocalText(reader, "when", 140));
    if (reader.has("note")) {
        TRY(entry.note, readLocalText(reader, "note", 240));
    }
    if (entry.scope == ContactScope::National) {
        TRY(entry.number, readNumber(reader));
    } else if (reader.has("number")) {
        return reader.refuse("number", "stands in the municipality's profile, not here");
    }
    TRY(entry.source, reader.text("source", 200));
    TRY(entry.confidence, readConfidence(reader, "confidence"));
    return entry;
}

Result<EmergencyContacts> EmergencyContacts::create(std::string_view text)
{
    TRY(const base::json::Value root, base::json::parse(text, {.maxBytes = MaxBytes, .maxDepth = 6}));
    TRY(const PathReader reader, PathReader::open(root));
    TRY_VOID(reader.allowOnly({"$schema", "format", "version", "contacts"}));
    TRY_VOID(readGuidanceHead(reader));
    TRY(const auto readers, reader.objects("contacts", MaxContacts));
    EmergencyContacts contacts;
    for (const PathReader &each : readers) {
        TRY(Entry entry, readEntry(each));
        if (std::ranges::find(contacts.m_entries, entry.code, &Entry::code) != contacts.m_entries.end())
            return each.refuse("code", "is there twice");
        contacts.m_entries.push_back(std::move(entry));
    }
    std::ranges::stable_sort(contacts.m_entries, {}, &Entry::group);
    return contacts;
}

EmergencyContact EmergencyContacts::shown(const Entry &entry, const Profile &profile, Language language)
{
    EmergencyContact contact;
    contact.code = entry.code;
    contact.scope = entry.scope;
    contact.group = entry.group;
    contact.name = entry.name.in(language);
    contact.when = entry.when.in(language);
    contact.note = entry.note.in(language);
    contact.confidence = entry.confidence;
    if (!entry.number.empty())
        contact.number = Figure<std::string>{entry.number, SourceKind::Default, entry.source, {}};
    const ProfileContact *own = contactOf(profile, entry.code);
    if (own && own->number) {
        // The municipality's own number and name: it knows best whom its workers are to ring.
        contact.number = own->number;
        contact.name = own->name;
        contact.confidence = own->number->confidence;
    }
    contact.dialled = diallableDigits(contact.number);
    return contact;
}

std::vector<EmergencyContact> EmergencyContacts::forProfile(const Profile &profile, Language language) const
{
    std::vector<EmergencyContact> contacts;
    std::ranges::transform(m_entries, std::back_inserter(contacts),
                           [&](const Entry &entry) { return shown(entry, profile, language); });
    for (const ProfileContact &own : profile.contacts) {
        // Whom nobody can ring has no place here; the municipality's profile shows it as missing.
        if (!own.number || std::ranges::find(m_entries, own.code, &Entry::code) != m_entries.end())
            continue;
        EmergencyContact contact;
        contact.code = own.code;
        contact.scope = ContactScope::Municipal;
        contact.group = ContactGroup::Support;
        contact.name = own.name;
        contact.number = own.number;
        contact.confidence = own.number->confidence;
        contact.dialled = diallableDigits(own.number);
        contacts.push_back(std::move(contact));
    }
    return contacts;
}

std::vector<EmergencyContact> EmergencyContacts::withoutProfile(Language language) const
{
    return forProfile(emptyProfile(), language);
}

Result<EmergencyContacts> shippedEmergencyContacts() { return EmergencyContacts::create(shippedEmergencyText()); }

} // namespace faltakt::rules
