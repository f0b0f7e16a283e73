#include "core/screening/instrument_check.h"

#include "core/screening/content_pack.h"
#include "core/screening/golden_vectors.h"

#include <algorithm>

namespace faltakt::screening {

using base::ErrorCode;
using base::Result;

namespace {

/// The instrument and its vectors.
struct Text {
    QuestionnairePointer questionnaire;
    std::string vectors;
};

Result<Text> shippedText(const InstrumentLibrary &shipped, const std::string &id)
{
    TRY(auto questionnaire, shipped.find(id));
    TRY(auto vectors, shippedVectors(id));
    return Text{std::move(questionnaire), std::move(vectors)};
}

Result<Text> packedText(std::string bytes, const std::string &id)
{
    TRY(const ContentPack pack, ContentPack::read(std::move(bytes)));
    TRY(auto questionnaire, packInstrument(pack, id));
    const auto &files = pack.manifest().files;
    const auto vectors = std::ranges::find_if(
        files, [&id](const PackFile &file) { return file.kind == PackFile::Kind::Vectors && file.id == id; });
    if (vectors == files.end())
        return base::fail(ErrorCode::NotFound, "the pack has no vectors for it");
    return Text{std::move(questionnaire), std::string(pack.content(std::size_t(vectors - files.begin())))};
}

Result<std::vector<CheckSubject>> subjectsOf(const store::ContentPacks &packs, const store::PackRow &row)
{
    TRY(std::string bytes, packs.content(row.hash));
    const std::string edition = row.pack + ' ' + row.version;
    const auto pack = ContentPack::read(std::move(bytes));
    // Named by the pack itself, it is told as what cannot be read.
    if (!pack)
        return std::vector<CheckSubject>{{row.pack, edition, row.hash}};
    std::vector<CheckSubject> subjects;
    for (const PackFile &file : pack->manifest().files)
        if (file.kind == PackFile::Kind::Instrument)
            subjects.push_back({file.id, edition, row.hash});
    return subjects;
}

} // namespace

Result<std::vector<CheckSubject>> checkSubjects(const InstrumentLibrary &shipped, const store::ContentPacks &packs)
{
    std::vector<CheckSubject> subjects;
    for (const auto &entry : shipped.all())
        subjects.push_back({entry.first, {}, std::nullopt});
    TRY(const auto rows, packs.rows());
    for (const store::PackRow &row : rows) {
        if (!store::isForGood(row.state))
            continue;
        TRY(const auto packed, subjectsOf(packs, row));
        subjects.insert(subjects.end(), packed.begin(), packed.end());
    }
    return subjects;
}

Result<InstrumentCheck> checkInstrument(const InstrumentLibrary &shipped, const store::ContentPacks &packs,
                                        const CheckSubject &subject)
{
    InstrumentCheck check;
    check.subject = subject;
    std::string bytes;
    if (subject.name) {
        TRY(bytes, packs.content(*subject.name));
    }
    auto text =
        subject.name ? packedText(std::move(bytes), subject.instrument) : shippedText(shipped, subject.instrument);
    if (!text) {
        check.fault = text.error().detail();
        return check;
    }
    check.questionnaire = text->questionnaire;
    const auto report = runVectors(text->questionnaire, text->vectors);
    if (!report)
        check.fault = report.error().detail();
    else if (!report->failures.empty())
        check.fault = report->failures.front();
    else if (report->run == 0)
        check.fault = "there are no vectors";
    if (report)
        check.vectors = report->run - report->failures.size();
    return check;
}

} // namespace faltakt::screening
