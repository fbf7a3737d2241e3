// SPDX-License-Identifier: Apache-2.0
package org.fumibako.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** The address book over JMAP (RFC 9610), and blobs (RFC 9404). */
@Timeout(60)
class ContactsTest {
    @TempDir
    private Path directory;

    private World world;
    private JmapCaller jmap;

    @BeforeEach
    void open() throws Exception {
        world = new World(directory);
        jmap = new JmapCaller(world);
    }

    @AfterEach
    void close() {
        world.close();
    }

    private String add(String card) {
        JsonNode set = jmap.call("ContactCard/set", "{'accountId':'$A','create':{'c':" + card + "}}");
        assertThat(set.path("created").has("c")).as(set.toString()).isTrue();
        return set.path("created").path("c").path("id").asString();
    }

    private JsonNode card(String id) {
        return jmap.call("ContactCard/get", "{'accountId':'$A','ids':['" + id + "']}")
                .path("list")
                .get(0);
    }

    private String found(String filter) {
        return jmap.call("ContactCard/query", "{'accountId':'$A','filter':" + filter + "}")
                .path("ids")
                .toString();
    }

    private static final String HANAKO =
            "{'name':{'full':'鈴木 花子','components':[{'kind':'surname','value':'鈴木','phonetic':'すずき'},"
                    + "{'kind':'given','value':'花子','phonetic':'はなこ'}]},'emails':{'e':{'address':'Hanako@example.jp'}}}";

    @Test
    void thereIsAlwaysAnAddressBookAndItStays() {
        JsonNode books = jmap.call("AddressBook/get", "{'accountId':'$A'}");
        JsonNode first = books.path("list").get(0);
        assertThat(first.path("isDefault").asBoolean()).isTrue();
        String id = first.path("id").asString();
        JsonNode set = jmap.call(
                "AddressBook/set",
                "{'accountId':'$A','create':{'b':{'name':'仕事'},'x':{'name':''}},'destroy':['" + id + "']}");
        assertThat(set.path("notDestroyed").path(id).path("type").asString()).isEqualTo("forbidden");
        assertThat(set.path("notCreated").path("x").path("type").asString()).isEqualTo("invalidProperties");
        String work = set.path("created").path("b").path("id").asString();
        String card = add("{'addressBookIds':{'" + work + "':true},'name':{'full':'a'}}");
        JsonNode kept = jmap.call("AddressBook/set", "{'accountId':'$A','destroy':['" + work + "']}");
        assertThat(kept.path("notDestroyed").path(work).path("type").asString()).isEqualTo("addressBookHasContents");
        jmap.call("AddressBook/set", "{'accountId':'$A','destroy':['" + work + "'],'onDestroyRemoveContents':true}");
        assertThat(jmap.call("ContactCard/get", "{'accountId':'$A','ids':['" + card + "']}")
                        .path("notFound")
                        .toString())
                .isEqualTo("[\"" + card + "\"]");
        assertThat(jmap.call("AddressBook/get", "{'accountId':'$A'}")
                        .path("list")
                        .size())
                .isOne();
    }

    @Test
    void cardsAreMadeChangedFoundAndTold() {
        String id = add(HANAKO);
        JsonNode made = card(id);
        assertThat(made.path("uid").asString()).startsWith("urn:uuid:");
        assertThat(made.path("addressBookIds").size()).isOne();
        String state = jmap.call("ContactCard/get", "{'accountId':'$A','ids':[]}")
                .path("state")
                .asString();
        String group = add("{'kind':'group','name':{'full':'友だち'},'members':{'"
                + made.path("uid").asString() + "':true}}");
        JsonNode set = jmap.call(
                "ContactCard/set",
                "{'accountId':'$A','update':{'" + id
                        + "':{'emails/w':{'address':'h@work.example'},'nicknames':null,'organizations':{'o':{'name':'ＡＢＣ商事'}}}}}");
        assertThat(set.path("updated").has(id)).as(set.toString()).isTrue();
        assertThat(card(id).path("emails").size()).isEqualTo(2);
        assertThat(card(id).has("nicknames")).isFalse();
        assertThat(found("{'text':'abc'}")).isEqualTo("[\"" + id + "\"]");
        assertThat(found("{'email':'hanako@'}")).isEqualTo("[\"" + id + "\"]");
        assertThat(found("{'name':'はなこ'}")).isEqualTo("[\"" + id + "\"]");
        assertThat(found("{'kind':'group'}")).isEqualTo("[\"" + group + "\"]");
        assertThat(found("{'hasMember':'" + made.path("uid").asString() + "'}")).isEqualTo("[\"" + group + "\"]");
        assertThat(found("{'operator':'NOT','conditions':[{'text':'花子'}]}")).isEqualTo("[\"" + group + "\"]");
        JsonNode changes = jmap.call("ContactCard/changes", "{'accountId':'$A','sinceState':'" + state + "'}");
        assertThat(changes.path("created").toString()).isEqualTo("[\"" + group + "\"]");
        assertThat(changes.path("updated").toString()).isEqualTo("[\"" + id + "\"]");
        jmap.call("ContactCard/set", "{'accountId':'$A','destroy':['" + id + "']}");
        JsonNode gone = jmap.call("ContactCard/changes", "{'accountId':'$A','sinceState':'" + state + "'}");
        assertThat(gone.path("destroyed").toString()).isEqualTo("[\"" + id + "\"]");
    }

    @Test
    void whatIsNoCardIsRefused() {
        for (String card : new String[] {
            "{'emails':{'e':{}}}",
            "{'emails':[]}",
            "{'name':'x'}",
            "{'kind':'robot'}",
            "{'uid':''}",
            "{'addressBookIds':{'K999':true}}",
            "{'addressBookIds':{}}",
            "{'members':{'a':false}}"
        }) {
            JsonNode set = jmap.call("ContactCard/set", "{'accountId':'$A','create':{'c':" + card + "}}");
            assertThat(set.path("notCreated").path("c").path("type").asString())
                    .as(card)
                    .isEqualTo("invalidProperties");
        }
        JsonNode set = jmap.call(
                "ContactCard/set",
                "{'accountId':'$A','create':{'c':{'notes':{'n':{'note':'" + "x".repeat(300_000) + "'}}}}}");
        assertThat(set.path("notCreated").path("c").path("type").asString()).isEqualTo("tooLarge");
    }

    @Test
    void blobsAreMadeOfPiecesAndReadInPieces() {
        JsonNode made = jmap.call(
                "Blob/upload",
                "{'accountId':'$A','create':{'b':{'type':'text/plain','data':[{'data:asText':'Hello '},{'data:asBase64':'d29ybGQ='}]}}}");
        String id = made.path("created").path("b").path("id").asString();
        assertThat(made.path("created").path("b").path("size").asInt()).isEqualTo(11);
        JsonNode pieced = jmap.call(
                "Blob/upload",
                "{'accountId':'$A','create':{'b':{'data':[{'blobId':'" + id + "','offset':6,'length':3}]}}}");
        String part = pieced.path("created").path("b").path("id").asString();
        JsonNode read = jmap.call(
                "Blob/get",
                "{'accountId':'$A','ids':['" + part + "','Bno'],'properties':['data:asText','size','digest:sha-256']}");
        assertThat(read.path("list").get(0).path("data:asText").asString()).isEqualTo("wor");
        assertThat(read.path("list").get(0).path("size").asInt()).isEqualTo(3);
        assertThat(read.path("list").get(0).path("digest:sha-256").asString())
                .isEqualTo("MsBE3+pwofS+5ehmghBwelFsIL80k8eK6DEgIdIV35w=");
        assertThat(read.path("notFound").toString()).isEqualTo("[\"Bno\"]");
        JsonNode cut = jmap.call("Blob/get", "{'accountId':'$A','ids':['" + id + "'],'offset':6,'length':99}");
        assertThat(cut.path("list").get(0).path("data:asText").asString()).isEqualTo("world");
        assertThat(cut.path("list").get(0).path("isTruncated").asBoolean()).isTrue();
        String blob = world.filed(world.owner("taro@example.test").account(), "Subject: x\n\ntext\n");
        JsonNode where = jmap.call(
                "Blob/lookup", "{'accountId':'$A','typeNames':['Email'],'ids':['" + blob + "','" + id + "']}");
        assertThat(where.path("list").get(0).path("matchedIds").path("Email").toString())
                .isEqualTo("[\"M" + blob.substring(1) + "\"]");
        assertThat(where.path("list").get(1).path("matchedIds").path("Email").toString())
                .isEqualTo("[]");
    }
}
