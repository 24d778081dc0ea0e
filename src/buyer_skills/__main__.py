"""Entry of ``python -m buyer_skills``."""

from buyer_skills.cli import main

if __name__ == "__main__":
    main()
