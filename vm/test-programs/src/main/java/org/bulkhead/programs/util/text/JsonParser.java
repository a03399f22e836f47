package org.bulkhead.programs.util.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.bulkhead.programs.Out;

/** A small JSON reader and writer: parsing by recursive descent over nested collections. */
public final class JsonParser {
    private final String text;
    private int at;

    private JsonParser(String text) {
        this.text = text;
    }

    public static void main(String[] args) {
        String[] inputs = {
            "{\"name\": \"disk\", \"ports\": [496, 1014], \"rate\": -1.5e3, \"on\": true, \"next\": null, \"sub\": {\"b\": 1, \"a\": []}}",
            "[1, [2, [3, [4, []]]], \"esc \\\" \\\\ \\u0041\\n\"]", "  42 ", "[1, 2", "{\"a\" 1}", "tru", "[1,]", "\"open"};
        for (String i : inputs) {
            try {
                JsonParser p = new JsonParser(i);
                Object value = p.value();
                p.space();
                Out.println(value + " of " + value.getClass().getSimpleName() + (p.at == i.length() ? "" : " and rest"));
            } catch (IllegalArgumentException e) {
                Out.println("error " + e.getMessage());
            }
        }
    }

    private Object value() {
        space();
        char c = peek();
        if (c == '{') {
            Map<String, Object> map = new TreeMap<>();
            at++;
            space();
            while (peek() != '}') {
                String key = string();
                expect(':');
                map.put(key, value());
                separator('}');
            }
            at++;
            return map;
        } else if (c == '[') {
            List<Object> list = new ArrayList<>();
            at++;
            space();
            while (peek() != ']') {
                list.add(value());
                separator(']');
            }
            at++;
            return list;
        } else if (c == '"') {
            return string();
        } else if (c == '-' || Character.isDigit(c)) {
            int start = at;
            while (at < text.length() && "+-.eE0123456789".indexOf(text.charAt(at)) >= 0) {
                at++;
            }
            String number = text.substring(start, at);
            if (number.matches("-?[0-9]+")) {
                return Long.parseLong(number);
            }
            return Double.parseDouble(number);
        }
        for (String word : List.of("true", "false", "null")) {
            if (text.startsWith(word, at)) {
                at += word.length();
                return word.equals("null") ? "nothing" : Boolean.valueOf(word);
            }
        }
        throw new IllegalArgumentException("at " + at);
    }

    private String string() {
        expect('"');
        StringBuilder b = new StringBuilder();
        while (peek() != '"') {
            char c = text.charAt(at++);
            if (c == '\\') {
                char e = text.charAt(at++);
                switch (e) {
                    case 'n' -> b.append('\n');
                    case 'u' -> {
                        b.append((char) Integer.parseInt(text, at, at + 4, 16));
                        at += 4;
                    }
                    default -> b.append(e);
                }
            } else {
                b.append(c);
            }
        }
        at++;
        return b.toString();
    }

    private void separator(char end) {
        space();
        if (peek() == ',') {
            at++;
            space();
            if (peek() == end) {
                throw new IllegalArgumentException("trailing comma at " + at);
            }
        } else if (peek() != end) {
            throw new IllegalArgumentException("separator at " + at);
        }
    }

    private void expect(char c) {
        space();
        if (peek() != c) {
            throw new IllegalArgumentException("expected " + c + " at " + at);
        }
        at++;
    }

    private char peek() {
        if (at >= text.length()) {
            throw new IllegalArgumentException("end of text");
        }
        return text.charAt(at);
    }

    private void space() {
        while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
            at++;
        }
    }
}
