package org.bulkhead.programs.util.text;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.bulkhead.programs.Out;

/** Regular expressions: groups, quantifiers, replacement, splitting. */
public final class RegularExpressions {
    public static void main(String[] args) {
        Matcher m = Pattern.compile("(\\w+)@(\\w+)\\.(com|org)").matcher("mail to bob@example.org, or amy@test.com now");
        while (m.find()) {
            Out.println(m.group() + " " + m.group(1) + " " + m.group(2) + " " + m.group(3) + " " + m.start() + "-" + m.end(2));
        }
        Out.println("aaa".matches("a{2,3}") + " " + "aaaa".matches("a{2,3}") + " " + "x1y22".replaceAll("[0-9]+", "<$0>") + " " + "a-b-c".replaceFirst("-(.)", "$1+"));
        Out.println(Pattern.compile("(?<year>\\d{4})-(?<month>\\d\\d)").matcher("on 2024-05-17").replaceAll("${month}/${year}"));
        Out.println("<b>one</b><b>two</b>".replaceAll("<b>(.*?)</b>", "[$1]") + " " + "<b>one</b><b>two</b>".replaceAll("<b>(.*)</b>", "[$1]"));
        List<String> words = new ArrayList<>();
        Matcher w = Pattern.compile("\\b[a-z]+\\b", Pattern.CASE_INSENSITIVE).matcher("The quick-brown fox_2 JUMPS");
        while (w.find()) {
            words.add(w.group());
        }
        Out.println(words + " " + Pattern.compile("\\s*,\\s*").splitAsStream("a , b,c ,d").toList());
        Out.println(Pattern.matches("(a|b)*c(?=d)d", "abbacd") + " " + Pattern.matches("^(?!no).*", "nothing") + " " + Pattern.compile("(.)\\1").matcher("abccd").find());
        Out.println(Pattern.compile("x*").matcher("axxb").replaceAll("-") + " " + Pattern.quote("a.b") + " " + Matcher.quoteReplacement("$1"));
        Out.println(Pattern.compile("(?s)a.b").matcher("a\nb").matches() + " " + Pattern.compile("^b$", Pattern.MULTILINE).matcher("a\nb\nc").find());
        try {
            Pattern.compile("(unclosed");
        } catch (PatternSyntaxException e) {
            Out.println(e.getDescription() + " " + e.getIndex());
        }
    }
}
