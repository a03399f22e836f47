package org.bulkhead.builder.jars;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import org.bulkhead.builder.hosted.Outcome;
import org.bulkhead.builder.jars.sample.JacksonSample;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Objects, records, generic and polymorphic types through JSON and back, by Jackson databind, as on HotSpot. */
class JacksonTest {
    @Test
    void sameAsOnHotSpot(@TempDir Path folder) throws IOException {
        UnmodifiedJar program = new UnmodifiedJar(folder, JacksonSample.class, ObjectMapper.class, JsonFactory.class, JsonProperty.class);
        Outcome outcome = program.runOnBoth();
        assertEquals(0, outcome.status(), outcome.errors());
    }
}
