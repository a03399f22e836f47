package org.bulkhead.builder.hosted;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.bulkhead.programs.Catalogue;

/** Runs programs of the catalogue on the JVM that native code is compared with. */
record HotSpot(Path classes) {
    Outcome run(String mainClass) {
        List<String> command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Xshare:auto", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-XX:-ShowCodeDetailsInExceptionMessages"));
        command.addAll(Catalogue.hotSpotOptions());
        command.addAll(List.of("-cp", classes.toString(), mainClass));
        return Outcome.of(command, Map.of());
    }
}
