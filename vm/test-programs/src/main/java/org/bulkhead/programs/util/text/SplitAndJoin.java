package org.bulkhead.programs.util.text;

import java.util.Arrays;
import java.util.List;
import java.util.StringJoiner;
import java.util.StringTokenizer;
import org.bulkhead.programs.Out;

/** {@code split}, {@code join}, {@code StringJoiner}, {@code StringTokenizer} and {@code lines}. */
public final class SplitAndJoin {
    public static void main(String[] args) {
        String[] texts = {"a,b,c", ",a,,b,", "", ",", "none", "a,b,,,"};
        for (String t : texts) {
            Out.println(Arrays.toString(t.split(",")) + t.split(",").length + " " + Arrays.toString(t.split(",", -1)) + " " + Arrays.toString(t.split(",", 2)));
        }
        Out.println(Arrays.toString("a.b.c".split("\\.")) + Arrays.toString("a|b".split("\\|")) + Arrays.toString("xyz".split("")));
        Out.println(String.join("-", "a", "b", "c") + String.join(", ", List.of("x")) + String.join("+", List.of()) + String.join("/", "p", null));
        StringJoiner joiner = new StringJoiner("; ", "{", "}");
        joiner.setEmptyValue("nothing");
        Out.println(joiner + " " + joiner.length());
        joiner.add("one").add("two").merge(new StringJoiner("&").add("three").add("four"));
        Out.println(joiner + " " + joiner.length());
        StringTokenizer tokens = new StringTokenizer("  some words\tand\nlines ");
        Out.print(tokens.countTokens() + ":");
        while (tokens.hasMoreTokens()) {
            Out.print(tokens.nextToken() + "|");
        }
        StringTokenizer delimiters = new StringTokenizer("1+22-3", "+-", true);
        while (delimiters.hasMoreElements()) {
            Out.print(delimiters.nextElement() + " ");
        }
        Out.println();
        Out.println("one\ntwo\r\nthree\n\nfive".lines().map(l -> "<" + l + ">").toList().toString());
        Out.println("  indented\n lines".indent(2).replace("\n", "$") + "  strip\n   me".stripIndent().replace("\n", "$") + "tab\\tnew".translateEscapes());
        Out.println("chars".chars().map(c -> c + 1).mapToObj(c -> String.valueOf((char) c)).toList() + "x".transform(s -> s + "y"));
    }
}
