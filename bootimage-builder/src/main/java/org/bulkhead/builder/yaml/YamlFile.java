package org.bulkhead.builder.yaml;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLParser;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.bulkhead.builder.UserProblem;
import org.bulkhead.builder.yaml.YamlNode.Place;

/** Reads a YAML file into {@linkplain YamlNode nodes}. */
public final class YamlFile {
    private final String name;
    private final YAMLParser parser;

    private YamlFile(String name, YAMLParser parser) {
        this.name = name;
        this.parser = parser;
    }

    /**
     * Reads a file, which holds one mapping.
     *
     * @throws UserProblem if it cannot be read, or is no such YAML; the message names file and line
     */
    public static YamlNode.Mapping read(Path file) {
        try {
            return parse(file.toString(), Files.readString(file, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw UserProblem.failure(file + " cannot be read: check its name and permissions, and that it is text in UTF-8", e);
        }
    }

    /** As {@link #read}, from a text that stands for the file {@code name}. */
    public static YamlNode.Mapping parse(String name, String text) {
        try (YAMLParser parser = new YAMLFactory().createParser(text)) {
            YamlFile file = new YamlFile(name, parser);
            if (parser.nextToken() == null) {
                throw UserProblem.usage(name + ":1: the file is empty, and is to hold a mapping: begin with a key");
            }
            YamlNode root = file.node();
            if (parser.nextToken() != null) {
                throw UserProblem.usage(file.place() + ": a second document begins, and a file holds one: put it into a file of its own");
            }
            if (root instanceof YamlNode.Mapping mapping) {
                return mapping;
            }
            throw root.problem("the file is " + root.describe() + ", and is to be a mapping: begin with a key");
        } catch (JsonProcessingException e) {
            int line = e.getLocation() == null ? 1 : e.getLocation().getLineNr();
            throw UserProblem.usage(name + ":" + line + ": this is no YAML: " + firstLine(e.getOriginalMessage()) + "; correct indentation, colons and quotes here or just before");
        } catch (IOException e) {
            throw UserProblem.failure(name + " cannot be read: " + e.getMessage(), e);
        }
    }

    private static String firstLine(String text) {
        return text.lines().findFirst().orElse("").strip();
    }

    private Place place() {
        return new Place(name, parser.currentTokenLocation().getLineNr());
    }

    private YamlNode node() throws IOException {
        Place place = place();
        if (parser.isCurrentAlias()) {
            throw UserProblem.usage(place + ": *" + parser.getText() + " repeats another part of the file, which is not possible here: write it out");
        }
        return switch (parser.currentToken()) {
            case START_OBJECT -> mapping(place);
            case START_ARRAY -> sequence(place);
            case VALUE_NULL -> new YamlNode.Scalar("", place);
            default -> new YamlNode.Scalar(parser.getText(), place);
        };
    }

    private YamlNode sequence(Place place) throws IOException {
        List<YamlNode> items = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            items.add(node());
        }
        return new YamlNode.Sequence(List.copyOf(items), place);
    }

    private YamlNode mapping(Place place) throws IOException {
        Map<String, YamlNode> entries = new LinkedHashMap<>();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String key = parser.currentName();
            Place at = place();
            parser.nextToken();
            YamlNode earlier = entries.put(key, node());
            if (earlier != null) {
                throw UserProblem.usage(at + ": the key \"" + key + "\" is there twice, first in line " + earlier.place().line() + ": leave one of the two out");
            }
        }
        return new YamlNode.Mapping(entries, place);
    }
}
