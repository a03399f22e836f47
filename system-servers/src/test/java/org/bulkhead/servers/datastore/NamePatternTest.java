package org.bulkhead.servers.datastore;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.regex.Pattern;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Chars;
import net.jqwik.api.constraints.StringLength;
import org.bulkhead.isolate.protocol.DataStoreException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NamePatternTest {
    @ParameterizedTest
    @CsvSource({"component/*, component/ata0, true", "component/*, component, false", "component/*, component/a/b, false", "net/**, net/ne0/address, true", "**, anything/at/all, true",
        "net/ne?/*, net/ne0/mode, true", "net/ne?/*, net/ne10/mode, false", "*0, ata0, true", "a**z, a/b/z, true", "net/ne0, net/ne0, true", "net/ne0, net/ne1, false"})
    void standsForNames(String pattern, String name, boolean expected) throws DataStoreException {
        assertEquals(expected, NamePattern.of(pattern).matches(name));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/a", "a/", "a//b", "a b", "a*", "ä", "0123456789012345678901234567890123456789012345678"})
    void otherTextsAreNoNames(String text) {
        DataStoreException e = assertThrows(DataStoreException.class, () -> NamePattern.requireName(text));
        assertTrue(e.getMessage().startsWith("\"" + text + "\" is no name: use 1 to 48 of"), e.getMessage());
    }

    @Test
    void otherTextsAreNoPatterns() {
        assertThrows(DataStoreException.class, () -> NamePattern.of(""));
        assertThrows(DataStoreException.class, () -> NamePattern.of("[ab]"));
        assertThrows(DataStoreException.class, () -> NamePattern.of("*".repeat(49)));
    }

    @Property
    boolean agreesWithRegularExpressions(@ForAll @StringLength(min = 1, max = 8) @Chars({'a', 'b', '/', '*', '?'}) String pattern,
            @ForAll @StringLength(min = 1, max = 8) @Chars({'a', 'b', '/'}) String name) throws DataStoreException {
        String expression = pattern.replace("**", "<").replace("*", "[^/]*").replace("?", "[^/]").replace("<", ".*");
        return NamePattern.of(pattern).matches(name) == Pattern.matches(expression, name);
    }
}
