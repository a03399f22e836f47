package org.bulkhead.builder.cli;

import java.nio.file.Path;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bulkhead.builder.emulator.EmulatorConfig;
import org.bulkhead.builder.emulator.EmulatorKind;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** The options that say which machine runs an image. */
final class MachineOptions {
    @Option(names = "--emulator", paramLabel = "NAME", defaultValue = "bochs",
            description = "bochs (the reference machine) or qemu (faster); default: ${DEFAULT-VALUE}.")
    private EmulatorKind kind;

    @Option(names = "--timeout", paramLabel = "TIME", converter = DurationConverter.class,
            description = "Limit of host time, like 90s or 10m.")
    private Duration timeout;

    EmulatorKind kind() {
        return kind;
    }

    /** Returns the limit that was given, or another. */
    Duration timeoutOr(Duration other) {
        return timeout == null ? other : timeout;
    }

    EmulatorConfig config(Path image, Duration defaultTimeout) {
        return EmulatorConfig.of(image).withKind(kind).withTimeout(timeoutOr(defaultTimeout));
    }

    /** Reads 90, 90s, 10m or 1h. */
    static final class DurationConverter implements ITypeConverter<Duration> {
        private static final Pattern FORM = Pattern.compile("([0-9]{1,6})([smh]?)");

        @Override
        public Duration convert(String text) {
            Matcher matcher = FORM.matcher(text);
            if (!matcher.matches()) {
                throw new TypeConversionException("'" + text + "' is no time; write it like 90s, 10m or 1h");
            }
            long number = Long.parseLong(matcher.group(1));
            return switch (matcher.group(2)) {
                case "m" -> Duration.ofMinutes(number);
                case "h" -> Duration.ofHours(number);
                default -> Duration.ofSeconds(number);
            };
        }
    }
}
