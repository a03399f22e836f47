/** What helps the authors of drivers: a report on a driver's rights and costs ({@link org.bulkhead.builder.driver.DriverCheck}). */
package org.bulkhead.builder.driver;
