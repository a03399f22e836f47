package org.bulkhead.builder.jars.sample;

import java.util.*;
import org.apache.commons.lang3.*;
import org.apache.commons.lang3.builder.*;
import org.apache.commons.lang3.math.*;
import org.apache.commons.lang3.mutable.MutableInt;
import org.apache.commons.lang3.text.WordUtils;
import org.apache.commons.lang3.time.*;
import org.apache.commons.lang3.tuple.*;
/** Uses a broad sample of commons-lang3: strings, arrays, numbers, builders, times, tuples. */
public final class LangSample {
    private LangSample() {}

    public static void main(String[] args) throws Exception {
        System.out.println(StringUtils.capitalize("hull") + StringUtils.reverse("abc") + StringUtils.leftPad("7", 3, '0') + StringUtils.center("x", 5, "*") + StringUtils.abbreviate("a long sentence", 9));
        System.out.println(StringUtils.join(List.of(1, 2, 3), "-") + StringUtils.isBlank(" ") + StringUtils.isNumeric("12") + StringUtils.substringBetween("a[b]c", "[", "]") + StringUtils.countMatches("banana", "an") + StringUtils.getLevenshteinDistance("kitten", "sitting"));
        System.out.println(Arrays.toString(StringUtils.split("a,b;c", ",;")) + StringUtils.replaceEach("abc", new String[] {"a", "c"}, new String[] {"1", "3"}) + StringUtils.swapCase("aBc") + StringUtils.stripAccents("\u00e9\u00e0") + StringUtils.difference("abc", "abd") + StringUtils.normalizeSpace(" a  b "));
        System.out.println(ArrayUtils.toString(ArrayUtils.addAll(new int[] {1}, 2, 3)) + ArrayUtils.contains(new int[] {1, 2}, 2) + Arrays.toString(ArrayUtils.toObject(new int[] {4})) + ArrayUtils.indexOf(new String[] {"a"}, "a"));
        System.out.println(Pair.of("l", 2) + " " + Triple.of(1, 2, 3) + " " + ImmutablePair.of(1, 2).compareTo(ImmutablePair.of(1, 3)) + " " + new MutableInt(3).incrementAndGet() + Range.of(1, 5).contains(3));
        System.out.println(NumberUtils.toInt("x", 9) + NumberUtils.max(1, 5, 3) + " " + NumberUtils.isCreatable("0x1F") + NumberUtils.createNumber("1.5") + Fraction.getFraction(6, 8).reduce());
        System.out.println(new HashCodeBuilder(17, 37).append(1).append("a").toHashCode() + " " + new EqualsBuilder().append(1, 1).append("a", "b").isEquals() + new CompareToBuilder().append(1, 2).toComparison() + new ToStringBuilder("o", ToStringStyle.SHORT_PREFIX_STYLE).append("x", 1).toString());
        System.out.println(FastDateFormat.getInstance("yyyy-MM-dd'T'HH:mm:ssZZ EEE", TimeZone.getTimeZone("GMT"), Locale.US).format(new Date(1_700_000_000_000L)) + " " + DurationFormatUtils.formatDurationHMS(3_725_004) + " " + DateUtils.addDays(new Date(0), 3).getTime() + " " + FastDateFormat.getInstance("yyyy/MM/dd", TimeZone.getTimeZone("GMT"), Locale.US).parse("2001/02/03").getTime());
        System.out.println(WordUtils.capitalizeFully("the quick FOX") + StringEscapeUtils.escapeJava("a\"\n") + StringEscapeUtils.unescapeHtml4("&lt;&eacute;") + CharUtils.unicodeEscaped('A') + BooleanUtils.toBoolean("yes") + ObjectUtils.firstNonNull(null, 4) + LocaleUtils.toLocale("en_GB") + CharSet.getInstance("a-c").contains('b'));
        try { Validate.isTrue(false, "value %d", 5L); } catch (IllegalArgumentException e) { System.out.println(e.getMessage()); }
        System.out.println(RandomStringUtils.randomAlphabetic(5).length() + " " + SystemUtils.IS_JAVA_1_8 + " " + EnumUtils.getEnumList(Thread.State.class).size() + ClassUtils.getShortClassName(Map.Entry.class));
    }
}
