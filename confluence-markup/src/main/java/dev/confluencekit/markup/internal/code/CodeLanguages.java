package dev.confluencekit.markup.internal.code;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The languages that the code macro of Confluence Cloud colours. For any other it may show an error in place of the code. Names that
 * it knows stay as they are, so that those who write {@code js} find {@code js} again; of other names for the same language the one
 * that it knows is taken.
 */
public final class CodeLanguages {
    private static final Map<String, String> NAMES = new HashMap<>();

    static {
        known(
                "abap actionscript actionscript3 ada applescript arduino autoit bash c c# clojure coffeescript coldfusion cpp cs csharp");
        known(
                "css cuda d dart delphi diff dockerfile elixir erl erlang fortran foxpro go graphql groovy haskell haxe hcl html java");
        known(
                "javafx javascript jfx js json jsx julia kotlin livescript lua mathematica matlab nginx none objectivec objectivej");
        known(
                "ocaml octave pascal perl php powershell prolog protobuf puppet py python qml r racket rst ruby rust sass scala scheme");
        known(
                "shell smalltalk splunk sql standardml swift tcl tex text toml tsx typescript vala vb verilog vhdl xml xquery yaml yml");
        synonyms("bash", "sh zsh ksh console shell-session shellsession bash-session terminal");
        synonyms("powershell", "ps ps1 psm1 pwsh posh");
        synonyms("javascript", "mjs cjs node ecmascript");
        synonyms("typescript", "ts mts cts");
        synonyms("python", "py3 python3 pycon");
        synonyms("ruby", "rb jruby");
        synonyms("rust", "rs");
        synonyms("go", "golang");
        synonyms("kotlin", "kt kts");
        synonyms("cpp", "c++ cc cxx hpp");
        synonyms("c", "h");
        synonyms("objectivec", "objc obj-c objective-c");
        synonyms("objectivej", "objj objective-j");
        synonyms("json", "jsonc json5 jsonl geojson");
        synonyms("html", "htm xhtml vue svelte");
        synonyms("xml", "xsd xsl xslt svg pom wsdl plist rss atom");
        synonyms("sql", "mysql pgsql plsql postgres postgresql sqlite tsql");
        synonyms("sass", "scss");
        synonyms("dockerfile", "docker containerfile");
        synonyms("hcl", "terraform tf");
        synonyms("graphql", "gql");
        synonyms("protobuf", "proto");
        synonyms("groovy", "gradle");
        synonyms("haskell", "hs");
        synonyms("elixir", "ex exs");
        synonyms("clojure", "clj cljs");
        synonyms("diff", "patch");
        synonyms("perl", "pl");
        synonyms("vb", "vbnet vb.net vba visualbasic");
        synonyms("tex", "latex");
        synonyms("rst", "restructuredtext");
        synonyms("text", "txt plain plaintext plain-text");
    }

    private CodeLanguages() {}

    private static void known(String names) {
        Arrays.stream(names.split(" ")).forEach(name -> NAMES.put(name, name));
    }

    private static void synonyms(String language, String names) {
        Arrays.stream(names.split(" ")).forEach(name -> NAMES.put(name, language));
    }

    /**
     * The name that Confluence knows for a language.
     *
     * @param name by whatever name, its case does not matter
     * @return empty if it knows none
     */
    public static Optional<String> nameFor(String name) {
        return Optional.ofNullable(NAMES.get(name.toLowerCase(Locale.ROOT)));
    }
}
