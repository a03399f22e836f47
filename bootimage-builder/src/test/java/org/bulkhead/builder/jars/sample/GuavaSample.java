package org.bulkhead.builder.jars.sample;

import com.google.common.base.*;
import com.google.common.cache.*;
import com.google.common.collect.*;
import com.google.common.hash.*;
import com.google.common.io.BaseEncoding;
import com.google.common.math.*;
import com.google.common.primitives.*;
import java.nio.charset.StandardCharsets;
import java.util.*;
/** Uses collections, caches, hashing, base, math and primitives of Guava. */
public final class GuavaSample {
    private GuavaSample() {}

    public static void main(String[] args) throws Exception {
        ImmutableList<Integer> list = ImmutableList.of(3, 1, 2);
        System.out.println(Ordering.natural().sortedCopy(list) + " " + Lists.partition(list, 2) + " " + Lists.reverse(list) + " " + ImmutableSortedSet.copyOf(list).headSet(3));
        ImmutableMap<String, Integer> map = ImmutableMap.of("a", 1, "b", 2);
        System.out.println(map + " " + Maps.filterValues(map, v -> v > 1) + " " + ImmutableBiMap.copyOf(map).inverse() + " " + Maps.difference(map, ImmutableMap.of("a", 2)));
        Multimap<String, Integer> multi = ArrayListMultimap.create();
        multi.put("x", 1);
        multi.put("x", 2);
        multi.put("y", 3);
        Multiset<String> bag = TreeMultiset.create(Arrays.asList("q", "p", "q"));
        Table<Integer, Integer, String> table = HashBasedTable.create();
        table.put(1, 2, "z");
        System.out.println(multi + " " + Multimaps.index(list, i -> i % 2) + " " + bag + " " + bag.count("q") + " " + table + " " + Sets.powerSet(ImmutableSet.of(1, 2)).size() + Sets.cartesianProduct(ImmutableSet.of(1), ImmutableSet.of(2)));
        RangeSet<Integer> ranges = TreeRangeSet.create();
        ranges.add(Range.closed(1, 5));
        ranges.remove(Range.open(2, 3));
        System.out.println(ranges + " " + ContiguousSet.create(Range.closedOpen(1, 4), DiscreteDomain.integers()) + " " + Iterables.concat(list, list) + Iterators.size(Iterators.limit(Iterators.cycle(1), 4)));
        System.out.println(Joiner.on(",").skipNulls().join("a", null, "b") + Splitter.on(',').trimResults().omitEmptyStrings().splitToList("a, ,b") + Splitter.fixedLength(2).splitToList("abcde") + CharMatcher.inRange('0', '9').retainFrom("a1b2") + CaseFormat.LOWER_CAMEL.to(CaseFormat.UPPER_UNDERSCORE, "fooBar") + Strings.repeat("ab", 2) + Strings.commonPrefix("abc", "abd"));
        System.out.println(MoreObjects.toStringHelper("T").add("x", 1).add("y", null).omitNullValues() + " " + com.google.common.base.Optional.fromNullable(null).or(5) + com.google.common.base.Objects.equal(1, 1) + " " + Suppliers.memoize(() -> 7).get() + " " + Enums.getIfPresent(BoundType.class, "OPEN").isPresent());
        System.out.println(Hashing.sha256().hashString("x", StandardCharsets.UTF_8) + " " + Hashing.murmur3_128(5).hashInt(7) + " " + Hashing.crc32().hashInt(1) + " " + Hashing.sipHash24().hashLong(4) + " " + Hashing.consistentHash(99, 10) + " " + Hashing.farmHashFingerprint64().hashString("abc", StandardCharsets.UTF_8));
        BloomFilter<Integer> bloom = BloomFilter.create(Funnels.integerFunnel(), 100);
        bloom.put(5);
        System.out.println(bloom.mightContain(5) + " " + BaseEncoding.base32().encode(new byte[] {1, 2, 3}) + Ints.tryParse("12") + Longs.hashCode(5) + UnsignedInts.toString(-1) + Ints.asList(1, 2) + IntMath.gcd(12, 18) + LongMath.factorial(10) + BigIntegerMath.factorial(20) + IntMath.isPrime(97) + DoubleMath.roundToInt(2.5, java.math.RoundingMode.HALF_EVEN));
        try { Preconditions.checkArgument(false, "bad %s", 4); } catch (IllegalArgumentException e) { System.out.println(e.getMessage()); }
        try { ImmutableMap.of("k", 1, "k", 2); } catch (IllegalArgumentException e) { System.out.println(e.getMessage()); }
        caches();
    }

    private static void caches() throws Exception {
        List<String> removed = new ArrayList<>();
        long[] now = {0};
        LoadingCache<Integer, String> cache = CacheBuilder.newBuilder().concurrencyLevel(1).maximumSize(2).expireAfterWrite(10, java.util.concurrent.TimeUnit.NANOSECONDS).recordStats()
            .ticker(new Ticker() {
                @Override
                public long read() {
                    return now[0];
                }
            })
            .removalListener((RemovalNotification<Integer, String> each) -> removed.add(each.getKey() + " " + each.getValue() + " " + each.getCause()))
            .build(CacheLoader.from(key -> {
                Preconditions.checkArgument(key >= 0, "negative: %s", key);
                return "<" + key + ">";
            }));
        System.out.println(cache.get(1) + cache.get(2) + cache.get(1) + cache.get(3) + " " + new TreeMap<>(cache.asMap()) + cache.getIfPresent(9));
        now[0] = 20;
        System.out.println(cache.get(3) + cache.size() + " " + cache.getAll(List.of(3, 4)));
        cache.put(4, "four");
        cache.invalidate(3);
        System.out.println(cache.stats().hitCount() + " " + cache.stats().missCount() + " " + cache.stats().evictionCount() + " " + removed);
        try {
            cache.get(-1);
        } catch (com.google.common.util.concurrent.UncheckedExecutionException e) {
            System.out.println(e.getCause().getMessage());
        }
    }
}
