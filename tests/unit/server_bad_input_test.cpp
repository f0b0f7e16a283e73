// Messages that are wrong, made from the protocol: each member with each value that does not belong there. What may stand is
// taken, everything else gets its code, and nothing breaks.
#include "tests/unit/server_bad_input.h"

#include "tests/unit/server_attachment_line.h"

using namespace faltakt::server;
using namespace faltakt::server::testing;
namespace base = faltakt::base;
namespace json = faltakt::base::json;
namespace protocol = faltakt::protocol;

TEST_CASE_METHOD(BadInput, "bad input: enrolment, token and greeting")
{
    const auto &own = device->own;
    const auto key = json::serialise(own.key.publicKey().toJwk());
    const auto ticket = need(core->enrolment().makeTicket(own.session.worker));
    spoilEach(protocol::Paths::Enrol,
              {{"secret", '"' + base::toBase64Url(ticket.secret) + '"'},
               {"key", key},
               {"name", "\"phone\""},
               {"app", "\"test\""}},
              {{"secret", MemberType::Exact},
               {"key", MemberType::Exact},
               {"name", MemberType::Text},
               {"app", MemberType::Text}});
    const std::string id = '"' + own.session.device.toString() + '"';
    const auto assertion =
        need(protocol::makeTokenAssertion(own.key, own.session.device, own.session.tenant, systemRandom));
    spoilEach(protocol::Paths::Token, {{"device", id}, {"assertion", '"' + assertion + '"'}},
              {{"device", MemberType::Exact}, {"assertion", MemberType::Exact}});
    spoilEach(protocol::Paths::Hello,
              {{"device", id},
               {"protocol", "1"},
               {"app", "\"test\""},
               {"epoch", "1"},
               {"n", "0"},
               {"link", '"' + base::toBase64Url(base::Hash{}) + '"'},
               {"cursor", "\"\""},
               {"logId", "\"\""},
               {"receipts", "[]"}},
              {{"device", MemberType::Exact},
               {"protocol", MemberType::CountFromOne},
               {"app", MemberType::Text},
               {"epoch", MemberType::CountFromOne},
               {"n", MemberType::CountFromZero},
               {"link", MemberType::Exact},
               {"cursor", MemberType::Text},
               {"logId", MemberType::Text},
               {"receipts", MemberType::List}});
}

TEST_CASE_METHOD(BadInput, "bad input: the head of a push, its length and its order")
{
    const auto batch = device->own.append({device->own.note(caseId).line, device->own.note(caseId, "b").line});
    const auto &session = device->own.session;
    const std::string body =
        protocol::encodePush(need(protocol::signPush(batch, tenant, session.device, device->own.key)));
    const auto send = [&](const std::string &sent) { return post(protocol::Paths::Push, sent, device->token); };
    const auto headEnd = body.find('\n');
    const std::string lines = body.substr(headEnd);
    RawMembers head;
    const auto read = need(json::parse(body.substr(0, headEnd)));
    for (const auto &[name, value] : *read.object())
        head.emplace_back(name, json::serialise(value));
    for (const auto &[name, raw] : head) {
        for (const BadValue &value : badValues()) {
            INFO(name << ": " << value.name);
            const bool deep = value.kind == BadKind::Deep || value.raw.size() > 1000;
            CHECK(send(rawObject(replaced(head, name, value.raw)) + lines) == (deep ? "tooLarge" : "invalid"));
        }
        INFO(name);
        CHECK(send(rawObject(without(head, name)) + lines) == "invalid");
        CHECK(send(rawObject(replaced(head, name, text(5000))) + lines) == "tooLarge");
        RawMembers twice = head;
        twice.emplace_back(name, raw);
        CHECK(send(rawObject(twice) + lines) == "invalid");
    }
    const auto lastSeq = [&] {
        return need(store->read([&](StoreSnapshot &snapshot) { return snapshot.log().lastSeq(tenant); }));
    };
    const auto before = lastSeq();
    for (std::size_t end = 0; end < body.size(); ++end) {
        INFO("cut at " << end);
        CHECK(send(body.substr(0, end)) == "invalid");
    }
    const auto cut = lines.find('\n', 1);
    const std::string first = lines.substr(1, cut);
    const std::string second = lines.substr(cut + 1);
    const auto headLine = body.substr(0, headEnd + 1);
    CHECK(send(headLine + second + first) == "invalid");
    CHECK(send(headLine + first) == "invalid");
    CHECK(send(headLine + first + first) == "invalid");
    CHECK(send(headLine + first + second + second) == "invalid");
    CHECK(send(headLine + first + second + "\n") == "invalid");
    CHECK(send(headLine + "\n" + first + second) == "invalid");
    CHECK(send(rawObject(replaced(head, "count", "501")) + lines) == "tooLarge");
    CHECK(send(headLine + std::string(1024 * 1024 + 1, 'x') + '\n') == "tooLarge");
    CHECK(lastSeq() == before);
    RawMembers more = head;
    more.emplace_back("memberOfTomorrow", "[]");
    CHECK(send(rawObject(more) + lines) == "done");
    CHECK(lastSeq() == before + 2);
    CHECK(send(body) == "done"); // Again: nothing new.
    CHECK(lastSeq() == before + 2);
}

TEST_CASE_METHOD(BadInput, "bad input: what a pull asks for")
{
    const auto pull = [&](const std::string &query) {
        count();
        return codeOf(ask(device->own.key, "GET", "/v1/pull", query, {}, device->token));
    };
    const auto cursor = [](const std::string &content) {
        return "cursor=" + base::toBase64Url(base::bytesOf(content));
    };
    for (const char *name : {"limit", "wait", "epoch"}) {
        const std::string member = std::string(name) + '=';
        for (const char *value : {"", "-1", "+1", "1.5", "1e3", "0x1", "x", " 1", "1 ", "NaN", "--1", "%20", "1%00",
                                  "%", "%z", "%1", "%zz", "-99999999999999999999"}) {
            INFO(name << ' ' << value);
            CHECK(pull(member + value) == "invalid");
        }
        CHECK(pull(std::string(member).append("1&").append(member).append("1")) == "invalid");
    }
    for (const char *query : {"limit=0", "epoch=0"})
        CHECK(pull(query) == "invalid");
    // Beyond the most is the most; unknown members are passed over.
    for (const char *query : {"", "limit=99999999999999999999", "limit=1001", "epoch=99999999999999999999",
                              "tomorrow=1", "&&", "=", "cursor=", "limit=%31"})
        CHECK(pull(query) == "done");
    CHECK(pull("cursor=" + std::string(1025, 'a')) == "tooLarge");
    for (const std::string &query :
         {std::string("cursor=x"), std::string("cursor=%00"), std::string("cursor=%FF"),
          std::string("cursor=a&cursor=a"), cursor("{}"), cursor("[]"), cursor("{\"v\":2,\"l\":\"\",\"s\":0}"),
          cursor("{\"v\":1,\"l\":\"\"}"), cursor("{\"v\":1,\"l\":\"\",\"s\":-1}"),
          cursor("{\"v\":1,\"l\":\"\",\"s\":5,\"g\":5}"), cursor("{\"v\":1,\"l\":\"\",\"s\":5,\"g\":-9}"),
          cursor("{\"v\":1,\"l\":\"\",\"s\":1,\"g\":3,\"b\":-3}"), cursor("{\"v\":1,\"l\":\"\",\"s\":1,\"b\":1}"),
          cursor("{\"v\":1,\"l\":\"\",\"s\":1,\"s\":2}")}) {
        INFO(query);
        CHECK(pull(query) == "invalid");
    }
}

TEST_CASE_METHOD(BadInput, "bad input: what an attachment's bytes are brought and asked by")
{
    const std::string name(43, 'A');
    const std::string id = caseId.toString();
    const auto call = [&](const std::string &method, const std::string &query, const std::string &body) {
        count();
        return codeOf(ask(device->own.key, method, "/v1/blob", query, body, device->token));
    };
    const RawMembers members{{"case", '"' + id + '"'}, {"name", '"' + name + '"'}, {"size", "1000"}};
    for (const auto &[member, raw] : members) {
        for (const BadValue &value : badValues()) {
            INFO(member << ": " << value.name);
            const auto code = call("POST", "", rawObject(replaced(members, member, value.raw)));
            CHECK((code == "invalid" || code == "tooLarge"));
        }
        CHECK(call("POST", "", rawObject(without(members, member))) == "invalid");
    }
    CHECK(call("POST", "", rawObject(replaced(members, "size", "20971521"))) == "tooLarge");
    CHECK(call("POST", "", rawObject(members)) == "refused");
    device->push({attachmentLine(device->own, caseId, ids.makeId<RecordId>(), {}, 1000).line});
    CHECK(call("POST", "", rawObject(replaced(members, "size", "1001"))) == "invalid");
    CHECK(call("POST", "", rawObject(members)) == "done");
    const auto queryOf = [](const std::string &caseText, const std::string &nameText, std::string_view at) {
        return std::string("case=").append(caseText).append("&name=").append(nameText).append("&at=").append(at);
    };
    const std::string good = queryOf(id, name, "0");
    for (const char *method : {"PATCH", "GET"})
        for (const std::string &query :
             {std::string(), good + "&", '&' + good, good + "&at=0", good + "x",
              std::string("case=").append(id).append("&at=0"),
              std::string("name=").append(name).append("&case=").append(id).append("&at=0"), queryOf(id, name, "1"),
              queryOf(id, name, "-262144"), queryOf("%20", name, "0"), queryOf(id, name.substr(1), "0"),
              queryOf(id, name, "26214400")}) {
            INFO(method << ' ' << query);
            CHECK(call(method, query, std::string(1000, 'x')) == "invalid");
        }
    CHECK(call("PATCH", good, "") == "invalid");
    CHECK(call("PATCH", good, std::string(999, 'x')) == "invalid");
    CHECK(call("PATCH", good, std::string(1001, 'x')) == "invalid");
    // Of the right length, but not what is named: it begins anew.
    CHECK(call("PATCH", good, std::string(1000, 'x')) == "invalid");
    CHECK(call("GET", good, "") == "notFound");
}

TEST_CASE_METHOD(BadInput, "bad input: by what a profile is asked")
{
    const std::string name(43, 'A');
    const auto get = [&](const std::string &query) {
        count();
        return codeOf(ask(device->own.key, "GET", "/v1/profile", query, "", device->token));
    };
    CHECK(get("name=" + name) == "notFound");
    for (const std::string &query :
         {std::string(), std::string("name="), "name=" + name + '&', "name=" + name + "&at=0", "name=" + name + ' ',
          "&name=" + name, "name=" + name.substr(1), "name=" + name + 'A', "name=" + std::string(42, 'A') + 'B',
          std::string("name=../../keys/database.key"), "NAME=" + name}) {
        INFO(query);
        CHECK(get(query) == "invalid");
    }
}

TEST_CASE_METHOD(BadInput, "bad input: by what a content pack is asked")
{
    const std::string name(43, 'A');
    const auto get = [&](const std::string &query) {
        count();
        return codeOf(ask(device->own.key, "GET", "/v1/pack", query, "", device->token));
    };
    const std::string good = "name=" + name + "&at=0";
    CHECK(get(good) == "notFound");
    const std::vector<std::string> queries = {"",
                                              good + "&",
                                              '&' + good,
                                              good + "&at=0",
                                              good + "x",
                                              good + ' ',
                                              "at=0&name=" + name,
                                              "name=" + name,
                                              "name=" + name + "&at=",
                                              "name=" + name + "&at=1",
                                              "name=" + name + "&at=-262144",
                                              "name=" + name + "&at=+0",
                                              "name=" + name + "&at=8388608",
                                              "name=" + name + "&at=99999999999999999999",
                                              "name=" + name.substr(1) + "&at=0",
                                              "name=" + name + "A&at=0",
                                              "name=%20&at=0",
                                              "name=" + std::string(42, 'A') + "B&at=0",
                                              "name=../../keys/database.key&at=0"};
    for (const std::string &query : queries) {
        INFO(query);
        CHECK(get(query) == "invalid");
    }
}
