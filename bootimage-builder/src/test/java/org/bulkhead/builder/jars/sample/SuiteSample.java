package org.bulkhead.builder.jars.sample;

import org.junit.platform.console.ConsoleLauncher;

/** Starts JUnit's console for {@link JUnitSample}. */
public final class SuiteSample {
    private SuiteSample() {}

    public static void main(String[] arguments) {
        ConsoleLauncher.main("execute", "--select-class", JUnitSample.class.getName(), "--disable-banner", "--disable-ansi-colors", "--details", "tree", "--details-theme", "ascii");
    }
}
