"""An invented page, for tests that need a readout and do not care which."""

PAGE = """\
March 3, 2031
Japan-Fiji Foreign Ministers’ Meeting

On March 3, commencing at around 9:10 a.m., for approximately 20 minutes, Ms. Hana Mori, Minister for Foreign Affairs \
of Japan, who is visiting Suva, held a meeting with Mr. Tomasi Vuki, Minister for Foreign Affairs of Fiji. \
The overview of the meeting is as follows.

1. Minister Mori spoke of disaster relief.
2. Minister Vuki spoke of fisheries.
"""
