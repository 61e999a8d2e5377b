"""Looking for words in the feedback, in a real browser."""


def test_words_are_found_marked_and_kept_out_of_the_address(visit):
    page = visit.open("feedback_search")
    box = page.get_by_label("Words to find")
    box.fill("visit")
    box.press("Enter")
    mark = page.locator("mark").first
    mark.wait_for()
    assert mark.inner_text().lower() == "visit"
    assert "visit" not in page.url


def test_the_selection_of_another_page_comes_along(visit):
    page = visit.open("", side="sheet", force="Cumbria")
    page.locator(".box button").first.wait_for()
    page.get_by_role("link", name="Feedback search").click()
    page.get_by_role("heading", name="Feedback search", level=1).wait_for()
    page.locator(".arms-found").first.wait_for()
    assert "force=Cumbria" in page.url
    assert all("Cumbria, " in text for text in page.locator(".arms-found > h2").all_inner_texts())
