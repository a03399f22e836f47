package org.bulkhead.builder.report;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.nio.file.Path;
import org.bulkhead.builder.UserProblem;

/** Values as JSON, for programs. */
public final class JsonFile {
    private static final ObjectMapper MAPPER = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

    private JsonFile() {}

    /** Returns a value (records, lists, maps, strings, numbers) as indented JSON that ends with a line feed. */
    public static String text(Object value) {
        try {
            return MAPPER.writeValueAsString(value) + "\n";
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("a value that JSON cannot express: " + e.getOriginalMessage(), e);
        }
    }

    /**
     * Writes a value to a file, whole or not at all, making its folder if need be.
     *
     * @throws UserProblem if the file cannot be written
     */
    public static void write(Path file, Object value) {
        WholeFile.write(file, text(value));
    }
}
