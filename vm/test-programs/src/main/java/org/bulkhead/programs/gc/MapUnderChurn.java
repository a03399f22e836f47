package org.bulkhead.programs.gc;

import java.util.HashMap;
import java.util.Map;
import org.bulkhead.programs.AllocatesMuch;
import org.bulkhead.programs.Out;

/** A map from strings to strings, changed all the time, while its old parts become garbage. */
@AllocatesMuch
public final class MapUnderChurn {
    public static void main(String[] args) {
        Map<String, String> map = new HashMap<>();
        for (int i = 0; i < 120_000; i++) {
            String key = "key" + i % 3000;
            String old = map.put(key, "value" + i);
            if (old != null && !old.equals("value" + (i - 3000)) && i % 7 != 0 && !old.startsWith("again")) {
                Out.println("wrong " + key + " " + old);
            }
            if (i % 11 == 0) {
                map.put("key" + i % 3000, "again" + i);
            }
        }
        Out.println(map.size());
        long hash = 0;
        for (int i = 0; i < 3000; i++) {
            hash = hash * 31 + map.get("key" + i).hashCode();
        }
        Out.println(hash);
        for (int i = 0; i < 3000; i += 2) {
            map.remove("key" + i);
        }
        Out.println(map.size() + " " + map.containsKey("key1") + map.containsKey("key2"));
    }
}
