/** `data/bank-holidays.csv`, carried in the bundle. Made by `published-holidays.test.ts`: see `data/README.md`. */
export const publishedBankHolidays = `day,title,status,source
2016-01-01,New Year’s Day,published,entered by hand from the Banking and Financial Dealings Act 1971 and its proclamations
2016-03-25,Good Friday,published,entered by hand from the Banking and Financial Dealings Act 1971 and its proclamations
2016-03-28,Easter Monday,published,entered by hand from the Banking and Financial Dealings Act 1971 and its proclamations
2016-05-02,Early May bank holiday,published,entered by hand from the Banking and Financial Dealings Act 1971 and its proclamations
2016-05-30,Spring bank holiday,published,entered by hand from the Banking and Financial Dealings Act 1971 and its proclamations
2016-08-29,Summer bank holiday,published,entered by hand from the Banking and Financial Dealings Act 1971 and its proclamations
2016-12-26,Boxing Day,published,entered by hand from the Banking and Financial Dealings Act 1971 and its proclamations
2016-12-27,Christmas Day (substitute day),published,entered by hand from the Banking and Financial Dealings Act 1971 and its proclamations
2017-01-02,New Year’s Day (substitute day),published,entered by hand from the Banking and Financial Dealings Act 1971 and its proclamations
2017-04-14,Good Friday,published,entered by hand from the Banking and Financial Dealings Act 1971 and its proclamations
2017-04-17,Easter Monday,published,entered by hand from the Banking and Financial Dealings Act 1971 and its proclamations
2017-05-01,Early May bank holiday,published,entered by hand from the Banking and Financial Dealings Act 1971 and its proclamations
2017-05-29,Spring bank holiday,published,entered by hand from the Banking and Financial Dealings Act 1971 and its proclamations
2017-08-28,Summer bank holiday,published,entered by hand from the Banking and Financial Dealings Act 1971 and its proclamations
2017-12-25,Christmas Day,published,entered by hand from the Banking and Financial Dealings Act 1971 and its proclamations
2017-12-26,Boxing Day,published,entered by hand from the Banking and Financial Dealings Act 1971 and its proclamations
2018-01-01,New Year’s Day,published,entered by hand from the Banking and Financial Dealings Act 1971 and its proclamations
2018-03-30,Good Friday,published,entered by hand from the Banking and Financial Dealings Act 1971 and its proclamations
2018-04-02,Easter Monday,published,entered by hand from the Banking and Financial Dealings Act 1971 and its proclamations
2018-05-07,Early May bank holiday,published,entered by hand from the Banking and Financial Dealings Act 1971 and its proclamations
2018-05-28,Spring bank holiday,published,entered by hand from the Banking and Financial Dealings Act 1971 and its proclamations
2018-08-27,Summer bank holiday,published,entered by hand from the Banking and Financial Dealings Act 1971 and its proclamations
2018-12-25,Christmas Day,published,entered by hand from the Banking and Financial Dealings Act 1971 and its proclamations
2018-12-26,Boxing Day,published,entered by hand from the Banking and Financial Dealings Act 1971 and its proclamations
2019-01-01,New Year’s Day,published,GOV.UK bank holidays in England and Wales
2019-04-19,Good Friday,published,GOV.UK bank holidays in England and Wales
2019-04-22,Easter Monday,published,GOV.UK bank holidays in England and Wales
2019-05-06,Early May bank holiday,published,GOV.UK bank holidays in England and Wales
2019-05-27,Spring bank holiday,published,GOV.UK bank holidays in England and Wales
2019-08-26,Summer bank holiday,published,GOV.UK bank holidays in England and Wales
2019-12-25,Christmas Day,published,GOV.UK bank holidays in England and Wales
2019-12-26,Boxing Day,published,GOV.UK bank holidays in England and Wales
2020-01-01,New Year’s Day,published,GOV.UK bank holidays in England and Wales
2020-04-10,Good Friday,published,GOV.UK bank holidays in England and Wales
2020-04-13,Easter Monday,published,GOV.UK bank holidays in England and Wales
2020-05-08,Early May bank holiday (VE day),published,GOV.UK bank holidays in England and Wales
2020-05-25,Spring bank holiday,published,GOV.UK bank holidays in England and Wales
2020-08-31,Summer bank holiday,published,GOV.UK bank holidays in England and Wales
2020-12-25,Christmas Day,published,GOV.UK bank holidays in England and Wales
2020-12-28,Boxing Day (substitute day),published,GOV.UK bank holidays in England and Wales
2021-01-01,New Year’s Day,published,GOV.UK bank holidays in England and Wales
2021-04-02,Good Friday,published,GOV.UK bank holidays in England and Wales
2021-04-05,Easter Monday,published,GOV.UK bank holidays in England and Wales
2021-05-03,Early May bank holiday,published,GOV.UK bank holidays in England and Wales
2021-05-31,Spring bank holiday,published,GOV.UK bank holidays in England and Wales
2021-08-30,Summer bank holiday,published,GOV.UK bank holidays in England and Wales
2021-12-27,Christmas Day (substitute day),published,GOV.UK bank holidays in England and Wales
2021-12-28,Boxing Day (substitute day),published,GOV.UK bank holidays in England and Wales
2022-01-03,New Year’s Day (substitute day),published,GOV.UK bank holidays in England and Wales
2022-04-15,Good Friday,published,GOV.UK bank holidays in England and Wales
2022-04-18,Easter Monday,published,GOV.UK bank holidays in England and Wales
2022-05-02,Early May bank holiday,published,GOV.UK bank holidays in England and Wales
2022-06-02,Spring bank holiday,published,GOV.UK bank holidays in England and Wales
2022-06-03,Platinum Jubilee bank holiday,published,GOV.UK bank holidays in England and Wales
2022-08-29,Summer bank holiday,published,GOV.UK bank holidays in England and Wales
2022-09-19,Bank Holiday for the State Funeral of Queen Elizabeth II,published,GOV.UK bank holidays in England and Wales
2022-12-26,Boxing Day,published,GOV.UK bank holidays in England and Wales
2022-12-27,Christmas Day (substitute day),published,GOV.UK bank holidays in England and Wales
2023-01-02,New Year’s Day (substitute day),published,GOV.UK bank holidays in England and Wales
2023-04-07,Good Friday,published,GOV.UK bank holidays in England and Wales
2023-04-10,Easter Monday,published,GOV.UK bank holidays in England and Wales
2023-05-01,Early May bank holiday,published,GOV.UK bank holidays in England and Wales
2023-05-08,Bank holiday for the coronation of King Charles III,published,GOV.UK bank holidays in England and Wales
2023-05-29,Spring bank holiday,published,GOV.UK bank holidays in England and Wales
2023-08-28,Summer bank holiday,published,GOV.UK bank holidays in England and Wales
2023-12-25,Christmas Day,published,GOV.UK bank holidays in England and Wales
2023-12-26,Boxing Day,published,GOV.UK bank holidays in England and Wales
2024-01-01,New Year’s Day,published,GOV.UK bank holidays in England and Wales
2024-03-29,Good Friday,published,GOV.UK bank holidays in England and Wales
2024-04-01,Easter Monday,published,GOV.UK bank holidays in England and Wales
2024-05-06,Early May bank holiday,published,GOV.UK bank holidays in England and Wales
2024-05-27,Spring bank holiday,published,GOV.UK bank holidays in England and Wales
2024-08-26,Summer bank holiday,published,GOV.UK bank holidays in England and Wales
2024-12-25,Christmas Day,published,GOV.UK bank holidays in England and Wales
2024-12-26,Boxing Day,published,GOV.UK bank holidays in England and Wales
2025-01-01,New Year’s Day,published,GOV.UK bank holidays in England and Wales
2025-04-18,Good Friday,published,GOV.UK bank holidays in England and Wales
2025-04-21,Easter Monday,published,GOV.UK bank holidays in England and Wales
2025-05-05,Early May bank holiday,published,GOV.UK bank holidays in England and Wales
2025-05-26,Spring bank holiday,published,GOV.UK bank holidays in England and Wales
2025-08-25,Summer bank holiday,published,GOV.UK bank holidays in England and Wales
2025-12-25,Christmas Day,published,GOV.UK bank holidays in England and Wales
2025-12-26,Boxing Day,published,GOV.UK bank holidays in England and Wales
2026-01-01,New Year’s Day,published,GOV.UK bank holidays in England and Wales
2026-04-03,Good Friday,published,GOV.UK bank holidays in England and Wales
2026-04-06,Easter Monday,published,GOV.UK bank holidays in England and Wales
2026-05-04,Early May bank holiday,published,GOV.UK bank holidays in England and Wales
2026-05-25,Spring bank holiday,published,GOV.UK bank holidays in England and Wales
2026-08-31,Summer bank holiday,published,GOV.UK bank holidays in England and Wales
2026-12-25,Christmas Day,published,GOV.UK bank holidays in England and Wales
2026-12-28,Boxing Day (substitute day),published,GOV.UK bank holidays in England and Wales
2027-01-01,New Year’s Day,published,GOV.UK bank holidays in England and Wales
2027-03-26,Good Friday,published,GOV.UK bank holidays in England and Wales
2027-03-29,Easter Monday,published,GOV.UK bank holidays in England and Wales
2027-05-03,Early May bank holiday,published,GOV.UK bank holidays in England and Wales
2027-05-31,Spring bank holiday,published,GOV.UK bank holidays in England and Wales
2027-08-30,Summer bank holiday,published,GOV.UK bank holidays in England and Wales
2027-12-27,Christmas Day (substitute day),published,GOV.UK bank holidays in England and Wales
2027-12-28,Boxing Day (substitute day),published,GOV.UK bank holidays in England and Wales
2028-01-03,New Year’s Day (substitute day),published,GOV.UK bank holidays in England and Wales
2028-04-14,Good Friday,published,GOV.UK bank holidays in England and Wales
2028-04-17,Easter Monday,published,GOV.UK bank holidays in England and Wales
2028-05-01,Early May bank holiday,published,GOV.UK bank holidays in England and Wales
2028-05-29,Spring bank holiday,published,GOV.UK bank holidays in England and Wales
2028-08-28,Summer bank holiday,published,GOV.UK bank holidays in England and Wales
2028-12-25,Christmas Day,published,GOV.UK bank holidays in England and Wales
2028-12-26,Boxing Day,published,GOV.UK bank holidays in England and Wales
`
