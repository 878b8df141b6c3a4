package dev.confluencekit.testkit.internal.body;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Storage format as Atlassian Document Format and as HTML, construct by construct. */
class RenderingTest {

    private static final References REFERENCES = new References() {
        @Override
        public Optional<String> page(Optional<String> spaceKey, String title) {
            return title.equals("Missing")
                    ? Optional.empty()
                    : Optional.of("https://s/wiki/spaces/" + spaceKey.orElse("OWN") + "/" + title);
        }

        @Override
        public String attachment(String fileName) {
            return "https://s/wiki/download/" + fileName;
        }

        @Override
        public Optional<String> person(String accountId) {
            return accountId.equals("u1") ? Optional.of("Maya") : Optional.empty();
        }
    };

    private static String adf(String storage) {
        String doc = new StorageToAdf(REFERENCES).convert(StorageParser.parse(storage));
        String head = "{\"type\":\"doc\",\"content\":[";
        String tail = "],\"version\":1}";
        assertThat(doc).startsWith(head).endsWith(tail);
        return doc.substring(head.length(), doc.length() - tail.length()).replace('"', '\'');
    }

    private static String html(String storage) {
        return new StorageToHtml(REFERENCES)
                .convert(StorageParser.parse(storage))
                .replace('"', '\'');
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "<h2>A <em>b</em></h2> | {'type':'heading','content':[{'type':'text','text':'A '},{'type':'text','text':'b','marks':[{'type':'em'}]}],'attrs':{'level':2}}",
                "<p> a \t b </p>       | {'type':'paragraph','content':[{'type':'text','text':'a b'}]}",
                "<p><br/></p>          | {'type':'paragraph','content':[{'type':'hardBreak'}]}",
                "<p></p>               | {'type':'paragraph'}",
                "<hr/>                 | {'type':'rule'}",
                "<p><strong><code>x</code></strong></p> | {'type':'paragraph','content':[{'type':'text','text':'x','marks':[{'type':'code'}]}]}",
                "<p>H<sub>2</sub></p>  | {'type':'paragraph','content':[{'type':'text','text':'H'},{'type':'text','text':'2','marks':[{'type':'subsup','attrs':{'type':'sub'}}]}]}",
                "<p><a href='https://x'>y</a></p> | {'type':'paragraph','content':[{'type':'text','text':'y','marks':[{'type':'link','attrs':{'href':'https://x'}}]}]}",
                "<ul><li>a</li></ul>   | {'type':'bulletList','content':[{'type':'listItem','content':[{'type':'paragraph','content':[{'type':'text','text':'a'}]}]}]}",
                "<ol><li></li></ol>    | {'type':'orderedList','content':[{'type':'listItem','content':[{'type':'paragraph'}]}],'attrs':{'order':1}}",
                "<table><tbody><tr><th>h</th><td colspan='2'/></tr></tbody></table> | {'type':'table','content':[{'type':'tableRow','content':[{'type':'tableHeader','content':[{'type':'paragraph','content':[{'type':'text','text':'h'}]}],'attrs':{}},{'type':'tableCell','content':[{'type':'paragraph'}],'attrs':{'colspan':2}}]}]}",
                "<blockquote><p>q</p></blockquote> | {'type':'blockquote','content':[{'type':'paragraph','content':[{'type':'text','text':'q'}]}]}",
                "<p><time datetime='2026-01-02'/></p> | {'type':'paragraph','content':[{'type':'date','attrs':{'timestamp':'1767312000000'}}]}",
                "<p><time datetime='soon'/></p> | {'type':'paragraph','content':[{'type':'text','text':'soon'}]}",
                "<ac:task-list><ac:task><ac:task-id>7</ac:task-id><ac:task-status>complete</ac:task-status><ac:task-body>do</ac:task-body></ac:task></ac:task-list> | {'type':'taskList','content':[{'type':'taskItem','content':[{'type':'text','text':'do'}],'attrs':{'localId':'7','state':'DONE'}}],'attrs':{'localId':'e9ee3e8c-2f46-3f7b-8dc2-1df6dc4d5d5c'}}",
                "<ac:structured-macro ac:name='note'><ac:rich-text-body><p>n</p></ac:rich-text-body></ac:structured-macro> | {'type':'panel','content':[{'type':'paragraph','content':[{'type':'text','text':'n'}]}],'attrs':{'panelType':'warning'}}",
                "<ac:structured-macro ac:name='code'><ac:parameter ac:name='language'>Java</ac:parameter><ac:plain-text-body><![CDATA[a ]]><![CDATA[<b>]]></ac:plain-text-body></ac:structured-macro> | {'type':'codeBlock','content':[{'type':'text','text':'a <b>'}],'attrs':{'language':'java'}}",
                "<ac:structured-macro ac:name='toc'><ac:parameter ac:name='maxLevel'>3</ac:parameter></ac:structured-macro> | {'type':'extension','attrs':{'layout':'default','extensionType':'com.atlassian.confluence.macro.core','extensionKey':'toc','parameters':{'macroParams':{'maxLevel':{'value':'3'}}}}}",
                "<ac:structured-macro ac:name='expand'><ac:parameter ac:name='title'>T</ac:parameter><ac:rich-text-body/></ac:structured-macro> | {'type':'expand','content':[{'type':'paragraph'}],'attrs':{'title':'T'}}",
                "<p><ac:structured-macro ac:name='status'><ac:parameter ac:name='title'>OK</ac:parameter><ac:parameter ac:name='colour'>Green</ac:parameter></ac:structured-macro></p> | {'type':'paragraph','content':[{'type':'status','attrs':{'text':'OK','color':'green','localId':'e0aa021e-21dd-3d6d-8cec-c71e9cf564ff','style':''}}]}",
                "<p><ac:link><ri:user ri:account-id='u1'/></ac:link></p> | {'type':'paragraph','content':[{'type':'mention','attrs':{'id':'u1','text':'@Maya','accessLevel':''}}]}",
                "<p><ac:link><ri:page ri:content-title='Home'/></ac:link></p> | {'type':'paragraph','content':[{'type':'text','text':'Home','marks':[{'type':'link','attrs':{'href':'https://s/wiki/spaces/OWN/Home'}}]}]}",
            })
    void adf(String storage, String expected) {
        assertThat(adf(storage).replaceAll("'localId':'[0-9a-f-]{36}'", "'localId':'*'"))
                .isEqualTo(expected.replaceAll("'localId':'[0-9a-f-]{36}'", "'localId':'*'"));
    }

    @Test
    void adf_imageBecomesAMediaPlaceholder_withItsFileNameAsAlt() {
        assertThat(adf("<p>before<ac:image><ri:attachment ri:filename='a.png'/></ac:image>after</p>"))
                .contains("'mediaSingle'", "'media'", "'type':'file'", "'alt':'a.png'")
                .startsWith("{'type':'paragraph','content':[{'type':'text','text':'before'}]},");
        assertThat(adf("<ac:image ac:alt='x'><ri:url ri:value='https://i'/></ac:image>"))
                .contains("'type':'external','url':'https://i','alt':'x'");
    }

    @Test
    void adf_columnsNeedTwoCells() {
        String cell = "<ac:layout-cell><p>a</p></ac:layout-cell>";

        assertThat(adf("<ac:layout><ac:layout-section>" + cell + cell + "</ac:layout-section></ac:layout>"))
                .contains("'layoutSection'", "'width':50.0");
        assertThat(adf("<ac:layout><ac:layout-section>" + cell + "</ac:layout-section></ac:layout>"))
                .isEqualTo("{'type':'paragraph','content':[{'type':'text','text':'a'}]}");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "<p class='x'>a &lt; b<br/></p> | <p class='x'>a &lt; b<br /></p>",
                "<ac:link><ri:page ri:space-key='S' ri:content-title='T'/><ac:link-body>go</ac:link-body></ac:link> | <a href='https://s/wiki/spaces/S/T'>go</a>",
                "<ac:link ac:anchor='x'><ac:plain-text-link-body><![CDATA[<up>]]></ac:plain-text-link-body></ac:link> | <a href='#x'>&lt;up&gt;</a>",
                "<ac:link><ri:attachment ri:filename='f.pdf'/></ac:link> | <a href='https://s/wiki/download/f.pdf'>f.pdf</a>",
                "<ac:link><ri:page ri:content-title='Missing'/></ac:link> | <a href='#'>Missing</a>",
                "<ac:link><ri:user ri:account-id='u9'/></ac:link> | <a class='confluence-userlink user-mention' data-account-id='u9'>@unknown</a>",
                "<time datetime='2026-01-02'/> | <time datetime='2026-01-02'>2026-01-02</time>",
                "<ac:emoticon ac:name='smile' ac:emoji-fallback='x'/> | x",
                "<ac:placeholder>hint</ac:placeholder> | ``",
                "<ac:task-list><ac:task><ac:task-id>1</ac:task-id><ac:task-status>complete</ac:task-status><ac:task-body>t</ac:task-body></ac:task></ac:task-list> | <ul class='inline-task-list'><li class='checked' data-inline-task-id='1'>t</li></ul>",
            })
    void html(String storage, String expected) {
        assertThat(html(storage)).isEqualTo(expected);
    }

    @Test
    void html_macrosRun() {
        String info = "<ac:structured-macro ac:name='info'><ac:parameter ac:name='title'>T</ac:parameter>"
                + "<ac:rich-text-body><p>b</p></ac:rich-text-body></ac:structured-macro>";
        String code = "<ac:structured-macro ac:name='code'><ac:parameter ac:name='language'>sql</ac:parameter>"
                + "<ac:plain-text-body><![CDATA[a < b]]></ac:plain-text-body></ac:structured-macro>";
        String other = "<ac:structured-macro ac:name='toc'/>";

        assertThat(html(info))
                .contains("confluence-information-macro-information", "<p class='title'>T</p>", "<p>b</p>");
        assertThat(html(code)).contains("brush: sql", "a &lt; b</pre>");
        assertThat(html(other)).isEqualTo("<div data-macro-name='toc'></div>");
    }
}
