package org.bulkhead.vm.runtime.substitute;

import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.time.zone.ZoneRules;
import java.time.zone.ZoneRulesException;
import java.time.zone.ZoneRulesProvider;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.bulkhead.vm.runtime.data.JdkData;
import org.bulkhead.vm.runtime.data.TimeZones;

/** The rules of time zones, which are data of the program and not a file of the JDK. */
@Substitutes("java.time.zone.TzdbZoneRulesProvider")
final class TimeZoneDataSubstitution extends ZoneRulesProvider {
    static final String DATA = "the JDK reads a file";

    @Alias private List<String> regionIds;
    @Alias private final Map<String, Object> regionToRules;

    @Replace(reason = DATA)
    TimeZoneDataSubstitution() {
        regionToRules = new ConcurrentHashMap<>();
        try {
            load(open());
        } catch (Exception e) {
            throw new ZoneRulesException("Unable to load TZDB time-zone rules", e);
        }
    }

    private static DataInputStream open() {
        return new DataInputStream(new ByteArrayInputStream(JdkData.bytes(TimeZones.parts())));
    }

    @Alias
    private native void load(DataInputStream in) throws Exception;

    @Alias
    @Override
    protected native Set<String> provideZoneIds();

    @Alias
    @Override
    protected native ZoneRules provideRules(String zone, boolean caching);

    @Alias
    @Override
    protected native NavigableMap<String, ZoneRules> provideVersions(String zone);

    /** There is this one provider, unless the program registers more. */
    @Substitutes(value = "java.time.zone.ZoneRulesProvider", initializer = Substitutes.Initializer.REPLACE)
    static final class Providers {
        @Alias private static final CopyOnWriteArrayList<ZoneRulesProvider> PROVIDERS = new CopyOnWriteArrayList<>();
        @Alias private static final ConcurrentMap<String, ZoneRulesProvider> ZONES = new ConcurrentHashMap<>(512, 0.75f, 2);
        @Alias private static volatile Set<String> ZONE_IDS = Set.of();

        static {
            ZoneRulesProvider.registerProvider(new TimeZoneDataSubstitution());
        }

        private Providers() {}
    }

    /** The same data for {@code java.util.TimeZone}. */
    @Substitutes("sun.util.calendar.ZoneInfoFile")
    static final class OldZones {
        private OldZones() {}

        @Alias
        static native void load(DataInputStream in) throws ClassNotFoundException, IOException;
    }

    /** The action that loads them. */
    @Substitutes("sun.util.calendar.ZoneInfoFile$1")
    static final class LoadOldZones {
        private LoadOldZones() {}

        @Replace(reason = DATA)
        public Void run() {
            try {
                OldZones.load(open());
            } catch (ClassNotFoundException | IOException e) {
                throw new Error(e);
            }
            return null;
        }
    }
}
