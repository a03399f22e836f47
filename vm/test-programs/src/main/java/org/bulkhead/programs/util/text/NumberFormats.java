package org.bulkhead.programs.util.text;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.text.ChoiceFormat;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.text.MessageFormat;
import java.text.NumberFormat;
import java.text.ParseException;
import java.text.ParsePosition;
import java.util.Currency;
import java.util.Date;
import java.util.Locale;
import org.bulkhead.programs.AllocatesMuch;
import org.bulkhead.programs.Out;

/** Numbers, currencies and messages written and read by formats of java.text, and numbers by printf with locales. */
@AllocatesMuch
public final class NumberFormats {
    public static void main(String[] args) throws ParseException {
        double[] values = {0, -0.0, 1234567.891, -0.005, 1e20, 1e-7, Double.NaN, Double.NEGATIVE_INFINITY, 0.5, 1.5, 2.5};
        DecimalFormatSymbols us = DecimalFormatSymbols.getInstance(Locale.US);
        for (String pattern : new String[] {"#,##0.00", "0.###E0", "00.0%", "$#,##0;($#)", "##0.#####E0", "#", "\u00a4#,##0.00"}) {
            StringBuilder line = new StringBuilder(pattern);
            for (double value : values) {
                line.append(' ').append(new DecimalFormat(pattern, us).format(value));
            }
            Out.println(line.toString());
        }
        for (Locale locale : new Locale[] {Locale.US, Locale.ENGLISH, Locale.ROOT}) {
            Out.println(NumberFormat.getInstance(locale).format(-1234567.8912) + " " + NumberFormat.getIntegerInstance(locale).format(2.5) + " " + NumberFormat.getPercentInstance(locale).format(0.256)
                + " " + NumberFormat.getCurrencyInstance(locale).format(12.5) + " " + NumberFormat.getCompactNumberInstance(locale, NumberFormat.Style.SHORT).format(1_234_567));
        }
        Out.println(NumberFormat.getCompactNumberInstance(Locale.US, NumberFormat.Style.LONG).format(9_999_999_999L));
        NumberFormat half = NumberFormat.getInstance(Locale.US);
        half.setRoundingMode(RoundingMode.HALF_UP);
        half.setMaximumFractionDigits(1);
        half.setGroupingUsed(false);
        Out.println(half.format(0.25) + " " + half.format(new BigDecimal("123456789012345678901234567890.15")) + " " + half.format(new BigInteger("-99999999999999999999")) + " " + half.format(Long.MIN_VALUE));
        Out.println(NumberFormat.getInstance(Locale.US).parse("-1,234.5xyz") + " " + NumberFormat.getPercentInstance(Locale.US).parse("50%") + " " + new DecimalFormat("#", us).parse("z", new ParsePosition(0)));
        DecimalFormat big = new DecimalFormat("#.#", us);
        big.setParseBigDecimal(true);
        Out.println(big.parse("3.141592653589793238462643383279") + " " + big.parse("1e400"));
        try {
            NumberFormat.getInstance(Locale.US).parse("abc");
        } catch (ParseException e) {
            Out.println(e.getMessage());
        }
        Currency euro = Currency.getInstance("EUR");
        Out.println(euro + " " + euro.getDefaultFractionDigits() + " " + euro.getNumericCode() + " " + euro.getDisplayName(Locale.US) + " " + Currency.getInstance(Locale.JAPAN) + " " + Currency.getInstance(Locale.US).getSymbol(Locale.US));
        Out.println(new MessageFormat("{0} has {1,choice,0#no files|1#one file|1<{1,number,integer} files} since {2,date,yyyy-MM-dd}: ''{3}''", Locale.US).format(new Object[] {"disk", 1200, new Date(0), null}));
        Out.println(new MessageFormat("{0,number,percent} {1}", Locale.US).parse("25% left")[1] + " " + new ChoiceFormat("0#a|10#b").format(11));
        Out.println(String.format(Locale.ROOT, "%,d %,.3f %e %g %a %010.2f %+d %(d %x %o %s", 1234567, -9876.54321, 12345.678, 0.00001234, 1.0, -3.14159, 5, -5, 255, 8, "s"));
        Out.println(String.format("%,d %.2f %s", new BigInteger("123456789012345678901234567890"), new BigDecimal("1e-3"), Locale.getDefault()));
    }
}
