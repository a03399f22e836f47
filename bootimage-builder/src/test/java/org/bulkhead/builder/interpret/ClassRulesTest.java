package org.bulkhead.builder.interpret;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.bulkhead.builder.interpret.ClassRules.Rule;
import org.junit.jupiter.api.Test;

class ClassRulesTest {
    private static ClassRules rules(String... lines) {
        ClassRules rules = new ClassRules();
        for (String line : lines) {
            rules.add(line);
        }
        return rules;
    }

    @Test
    void theLongestPatternDecides() {
        ClassRules rules = rules("# all of it", "a/", "-a/b/   # not this", "!a/b/C", "-a/b/C$D");
        assertEquals(Rule.BUILD_TIME, rules.ruleFor("a/X"));
        assertEquals(Rule.RUN_TIME, rules.ruleFor("a/b/X"));
        assertEquals(Rule.REQUIRED, rules.ruleFor("a/b/C"));
        assertEquals(Rule.REQUIRED, rules.ruleFor("a/b/C$E$1"));
        assertEquals(Rule.RUN_TIME, rules.ruleFor("a/b/C$D$1"));
        assertEquals(Rule.RUN_TIME, rules.ruleFor("a/b/CD"));
        assertEquals(Rule.RUN_TIME, rules.ruleFor("other/X"));
    }

    @Test
    void aPatternStandsOnce() {
        assertThrows(IllegalStateException.class, () -> rules("a/", "-a/"));
    }
}
