/**
 * The names of invented people. Forenames of British children are the commonest of 2003 to 2020 in England and Wales
 * (ONS, Open Government Licence); all others were written for this city. Nobody real is meant: forename and surname
 * are drawn apart.
 */

const words = (text: string): readonly string[] => text.trim().split(/\s+/)

export interface NameLists {
  /** Commonest first: the picking favours the head of each list. */
  readonly girls: readonly string[]
  readonly boys: readonly string[]
  readonly women: readonly string[]
  readonly men: readonly string[]
  readonly surnames: readonly string[]
}

export const nameLists = {
  british: {
    girls: words(`
      Olivia Amelia Emily Jessica Sophie Grace Lily Chloe Ruby Mia Ella Charlotte Isabella Ava Evie Isla Poppy Lucy
      Ellie Freya Isabelle Daisy Sophia Phoebe Millie Holly Hannah Megan Scarlett Alice Molly Abigail Katie Emma Erin
      Sienna Eva Imogen Amy Elizabeth Maisie Florence Rosie Jasmine Matilda Sofia Lola Eleanor Georgia Summer Amber
      Leah Evelyn Lilly Maya Bethany Willow Elsie Emilia Anna Lauren Caitlin Harriet Amelie Gracie Esme Rebecca Isabel
      Brooke Ivy Madison Eliza Paige Zara Isobel Keira Niamh Sarah Rose Lexi Lacey Zoe Faith Maddison Annabelle Maria
      Hollie Martha Bella Libby Francesca Skye Lydia Tia Violet Alexandra Harper Mollie Eve Victoria Nicole Sara Julia
      Heidi Aimee Eloise Tilly Thea Nancy Lara Lottie Beatrice Alicia Robyn Darcie Darcey Penelope Mya Darcy Abbie
      Courtney Laura Madeleine Gabriella Iris Naomi Lexie Luna Annie Mila Annabel Aria Orla Rachel Lois Eden Arabella
      Clara Georgina Seren Lyla Bonnie Lillie Shannon Savannah Hope Felicity Elise Connie Angel`),
    boys: words(`
      Oliver Jack Harry Thomas Joshua Charlie James William George Alfie Jacob Daniel Samuel Joseph Ethan Benjamin
      Noah Oscar Alexander Leo Henry Archie Dylan Max Jake Adam Lucas Lewis Isaac Matthew Luke Edward Freddie Logan
      Harrison Riley Ryan Finley Callum Tyler Mason Liam Theo Arthur Harvey Jayden Sebastian Nathan Connor Toby
      Michael Jamie Zachary David Owen Louis Cameron Alex Charles Aaron Harley Luca Ben Reuben Theodore Kai Louie
      Tommy Leon Elijah Jude Gabriel Rhys Kyle Elliot Finlay Kian Bradley Bobby Teddy Frederick Frankie Ellis Stanley
      Robert Rory Hugo Jenson Blake Kieran John Brandon Reece Joel Bailey Evan Aiden Elliott Billy Ronnie Albert Caleb
      Dominic Ollie Sam Christopher Aidan Sonny Arlo Finn Roman Dexter Reggie Patrick Felix Taylor Hayden Joe Morgan
      Jaxon Ashton Albie Jackson Tobias Austin Corey Rowan Jay Carter Cody Seth Nathaniel Alfred Jasper Andrew
      Nicholas Jesse Jonathan Anthony Maxwell Kayden Ewan Sean Cole Zak Peter Tristan Jordan Jason Hunter`),
    women: words(`
      Sarah Claire Emma Nicola Lisa Michelle Joanne Karen Samantha Kelly Rachel Louise Rebecca Amanda Julie Donna
      Kerry Natalie Gemma Laura Victoria Hayley Stacey Kirsty Leanne Amy Jennifer Danielle Zoe Jodie Kate Helen
      Catherine Angela Tracey Melissa Stephanie Charlotte Katie Vicky Heather Becky Tina Sharon Dawn Paula Carly
      Lindsey Tanya Cheryl Alison Jade Chantelle Lauren Hannah Abigail Lucy Ellie Bethany Megan`),
    men: words(`
      David Paul Andrew Mark James Michael Christopher Stephen Richard Robert Daniel Matthew Lee Craig Darren Jason
      Steven Simon Gary Kevin Ian Neil Peter Jonathan Scott Stuart Adam Ryan Carl Dean Wayne Shaun Nathan Luke Anthony
      Martin Ben Thomas Graham Philip Gareth Liam Ashley Aaron Jamie Karl Lewis Ross Damian Terry Barry Kieran Bradley
      Jordan Callum Joshua Sam Tom Jack Kyle`),
    surnames: words(`
      Ashdown Barnaby Bexley Birch Blackwell Bramwell Brindley Burrows Calloway Carter Chadwick Clements Cole Copeland
      Cotterill Crossley Dawson Denby Dryden Eastwood Elliott Fairfax Farrow Fenwick Fletcher Garland Gibbs Goddard
      Grantham Hadley Hale Hargreave Harlow Hartley Hawthorne Heath Holloway Hooper Ingram Jarvis Kemble Kingsley
      Langley Larkin Latham Leighton Lockwood Marlow Marsden Mercer Merrick Millard Moorcroft Nash Newbury Norcott
      Oakley Osborne Palfrey Parfitt Peel Penrose Perkins Pike Poole Prescott Quinton Radley Ramsden Redfern Ridley
      Rowland Rudge Salter Sawyer Selby Sheldon Shipton Slater Southgate Spencer Stanton Stapleton Sutcliffe Tanner
      Thornley Tilley Townsend Tranter Underhill Vickers Wakefield Wallis Warburton Wardle Webster Westbrook Wheatley
      Whitlock Wilcox Winslow Woodcock Wyatt Yardley Smith Jones Taylor Brown Wilson Davies Evans Thomas Johnson
      Roberts Walker Wright Robinson Thompson White Hughes Edwards Green Hall Wood Harris Lewis Martin Jackson Clarke
      Clark Turner Hill Cooper Ward Moore Morris King Watson Baker Harrison Morgan Allen James Scott Phillips Bennett
      Lee Griffiths`),
  },
  irish: {
    girls: words('Aoife Niamh Ciara Saoirse Caoimhe Roisin Orla Erin Sinead Clodagh Grace Molly Ava Emma'),
    boys: words('Conor Sean Cian Oisin Patrick Declan Fionn Liam Eoin Cormac Rory Finn Jack James'),
    women: words('Siobhan Aisling Bernadette Deirdre Maeve Nuala Grainne Sinead Orlaith Mary Fiona Colleen'),
    men: words('Brendan Kieran Eamon Padraig Declan Niall Seamus Colm Donal Fergal Gerard Michael'),
    surnames: words(`
      Brennan Byrne Callaghan Carroll Connolly Delaney Doherty Donnelly Doyle Duffy Farrell Flanagan Gallagher Healy
      Hennessy Kavanagh Keogh Maguire McCarthy McDonagh Mulligan Nolan O’Brien O’Connor O’Neill Quinn Rafferty
      Sheridan Sweeney Tierney`),
  },
  polish: {
    girls: words(
      'Zuzanna Julia Maja Hanna Lena Oliwia Natalia Amelia Zofia Alicja Wiktoria Nadia Gabriela Kinga Emilia Antonina',
    ),
    boys: words(`
      Jakub Kacper Oskar Filip Szymon Antoni Mateusz Aleksander Bartosz Wojciech Igor Nikodem Maksymilian Dawid Alan
      Leon`),
    women: words(
      'Agnieszka Magdalena Katarzyna Monika Anna Joanna Ewelina Karolina Sylwia Beata Justyna Izabela Paulina Dorota',
    ),
    men: words('Piotr Tomasz Marcin Krzysztof Pawel Lukasz Michal Grzegorz Rafal Robert Adam Dariusz Slawomir Artur'),
    surnames: words(`
      Adamczyk Baran Czarnecki Dudek Gorski Jankowski Kaczmarek Kowal Krawczyk Krol Lis Maciejewski Mazur Nowak
      Olszewski Pawlak Pietrzak Rutkowski Sikora Stepien Szulc Urban Walczak Wilk Wrobel Zajac Zawadzki`),
  },
  romanian: {
    girls: words('Maria Andreea Sofia Ioana Elena Daria Ana Bianca Denisa Alexia Gabriela Larisa'),
    boys: words('Andrei David Alexandru Matei Luca Stefan Ionut Mihai Rares Darius Cristian Gabriel'),
    women: words('Mihaela Elena Cristina Daniela Alina Georgiana Simona Roxana Ramona Florentina'),
    men: words('Marian Florin Ion Adrian Constantin Gheorghe Daniel Vasile Bogdan Nicolae'),
    surnames: words(`
      Albu Barbu Bucur Ciobanu Constantin Costache Dinu Dobre Dumitru Enache Florea Grigore Iancu Lungu Lupu Manole
      Marin Moldovan Munteanu Neagu Oprea Popescu Rotaru Rusu Sandu Stan Toma Voicu`),
  },
  roma: {
    girls: words('Esmeralda Vanesa Diana Sara Marcela Renata Simona Nikola Dominika Kristina'),
    boys: words('Dominik Marko Erik Rene Patrik Kevin Sebastian Samuel Roman Denis'),
    women: words('Maria Iveta Renata Helena Monika Jana Viera Zdena'),
    men: words('Jozef Milan Ladislav Roman Emil Vladimir Rudolf Jan'),
    surnames: words(`
      Balog Bandy Cervenak Cicko Demeter Dunka Ferenc Gabor Horvath Kotlar Kroscen Lakatos Mirga Olah Pokuta Rafael
      Sarkozi Tancos`),
  },
  pakistani: {
    girls: words(
      'Aisha Fatima Zainab Maryam Ayesha Khadija Zara Amina Hafsa Iqra Aleena Anaya Inaya Safa Alisha Eshal Hania Sana',
    ),
    boys: words(`
      Muhammad Mohammed Ibrahim Hamza Yusuf Ayaan Ali Zain Musa Umar Haris Bilal Hassan Ahmed Abdullah Rayyan Isa
      Zakariya`),
    women: words('Shazia Nasreen Saima Rubina Farzana Shabana Nadia Sadia Uzma Samina Rukhsana Noreen Bushra Tahira'),
    men: words('Imran Tariq Asif Nadeem Shahid Kashif Waseem Zahid Khalid Amjad Faisal Rashid Saeed Arif'),
    surnames: words(`
      Khan Hussain Ahmed Mahmood Iqbal Malik Shah Mirza Butt Qureshi Akhtar Aslam Rafiq Javed Bashir Chaudhry Sheikh
      Anwar Saleem Raza Riaz Younis Zaman Ashraf Farooq`),
  },
  indian: {
    girls: words(
      'Simran Jasmine Anaya Diya Kiran Harleen Priya Ananya Navya Aarohi Riya Isha Mehar Asha Avani Kavya Jiya Saanvi',
    ),
    boys: words(
      'Arjan Aarav Arjun Rohan Veer Dilraj Harjot Krishna Vivaan Dev Jai Kabir Rajan Yash Aryan Nikhil Reyansh Karam',
    ),
    women: words(
      'Harpreet Manjit Sunita Rupinder Jaspreet Meena Balvinder Nisha Kamaljit Rekha Anita Priti Sonia Parminder',
    ),
    men: words(
      'Gurpreet Sukhdev Rajesh Amarjit Sanjay Harjinder Vijay Baljit Jaswinder Anil Kuldip Manoj Satnam Dinesh',
    ),
    surnames: words(`
      Patel Singh Kaur Gill Sandhu Dhillon Sidhu Bains Grewal Sharma Shah Mistry Chauhan Desai Joshi Parmar Rai Johal
      Purewal Atwal Virdee Mehta Solanki Thakkar Bhatt Nair Iyer Reddy`),
  },
  bangladeshi: {
    girls: words('Tasnim Nusrat Aisha Sumaiya Maliha Jannat Raisa Fahmida Tahmina Samiha Anika Mahira'),
    boys: words('Tanvir Rafi Mahdi Nabil Sami Tahmid Zayan Rayhan Ishaq Arif Fahim Mustafa'),
    women: words('Shirin Rahima Momtaz Nazma Salma Rehana Hasina Jahanara Shahana Parveen'),
    men: words('Abdul Shafiq Kamal Jamal Rafique Shahin Mizan Habib Monir Faruk'),
    surnames: words(
      'Begum Miah Uddin Rahman Islam Ali Choudhury Hoque Alam Khatun Haque Hossain Sarkar Talukdar Akhtar Ahmed',
    ),
  },
  african: {
    girls: words(`
      Chiamaka Temitope Adaeze Nyasha Tariro Abena Ama Zuri Amara Blessing Grace Precious Esther Deborah Tanaka
      Ruvimbo`),
    boys: words(
      'Tobi Chidi Emeka Kwame Kofi Tinashe Tendai Emmanuel Samuel Daniel Praise David Ayo Kelechi Tadiwa Joel',
    ),
    women: words(
      'Funmilayo Ngozi Folake Chipo Rudo Akosua Patience Mercy Comfort Joyce Abimbola Ifeoma Beatrice Loveness',
    ),
    men: words(
      'Oluwaseun Chukwudi Babatunde Tapiwa Farai Kwabena Yaw Ebenezer Olumide Obinna Tawanda Prince Felix Godfrey',
    ),
    surnames: words(`
      Adebayo Adeyemi Afolabi Agyeman Akande Amoah Asante Bello Boateng Chikwanha Chukwu Danso Eze Gumbo Mensah Moyo
      Mutasa Ncube Nkosi Nwosu Obi Ogunleye Okafor Okoro Olawale Osei Owusu Sibanda Tembo Zulu`),
  },
  somali: {
    girls: words('Hodan Sumaya Ifrah Ayaan Hibo Nasra Ruqiya Sahra Yasmin Muna Amina Zamzam'),
    boys: words('Abdirahman Mohamed Liban Yahya Zakaria Guled Hassan Ismail Bilal Suleiman Ayub Idris'),
    women: words('Fadumo Halima Asha Ubah Sagal Khadra Maryan Deqa Hawa Amran'),
    men: words('Abdi Mahad Ahmed Farah Osman Warsame Jama Yusuf Dahir Nur'),
    surnames: words(`
      Abdi Abdullahi Adan Aden Ali Barre Dahir Duale Farah Guled Hashi Hassan Hersi Ismail Jama Mohamud Nur Omar Osman
      Sheikh Warsame Yusuf`),
  },
  caribbean: {
    girls: words('Shanice Tianna Kezia Renae Amara Jada Naomi Aaliyah Kiara Leah Imani Zara Mya Destiny'),
    boys: words('Tyrell Jermaine Malachi Kai Isaiah Elijah Jaden Tyrese Marcus Reuben Kymani Nathaniel Josiah Zion'),
    women: words('Marcia Sonia Denise Yvonne Sharon Beverley Natasha Simone Jacqueline Camille Keisha Tamara'),
    men: words('Leroy Winston Delroy Errol Trevor Curtis Andre Marlon Devon Clive Anthony Jerome'),
    surnames: words(`
      Barrett Beckford Bennett Blake Brown Campbell Clarke Dacosta Davis Edwards Forbes Francis Gordon Grant Henry
      Lewis McKenzie Morrison Palmer Pinnock Reid Richards Samuels Stewart Thompson Walters Williams Wright`),
  },
  chinese: {
    girls: words('Mei Jia Yan Xin Lily Grace Chloe Emily Jing Yuki Hui Ling'),
    boys: words('Jun Wei Hao Ming Ryan Ethan Lucas Jason Kai Yi Zihan Leo'),
    women: words('Li Fang Min Xiu Hong Yan Ying Mei Hua Lan'),
    men: words('Wei Jian Qiang Bo Lei Gang Tao Peng Chun Kin'),
    surnames: words(
      'Chan Chen Cheung Fong Ho Huang Lam Lau Leung Li Lin Liu Ng Tang Tse Wang Wong Wu Yang Yip Zhang Zhou',
    ),
  },
  middleEastern: {
    girls: words('Layla Noor Sara Zahra Rozhin Sham Maya Dina Lana Parwana Yara Farah Shilan Rania'),
    boys: words('Omar Yousef Karim Ali Aram Mustafa Adam Elias Farhad Zana Hadi Anas Sami Rostam'),
    women: words('Huda Rana Samira Shirin Leila Nasrin Maysoon Zainab Hanan Mariam Parisa Nadia'),
    men: words('Khaled Hassan Bashar Reza Sherzad Mahmoud Jalal Karwan Tariq Nabil Behrouz Samir'),
    surnames: words(`
      Abbas Ahmadi Aziz Darwish Fares Ghanem Haddad Haidari Hamid Ibrahim Jaber Karimi Khalil Mansour Mahmoudi Najjar
      Nazari Rahimi Rashid Saleh Sharif Stanikzai Taha Yousefi Zaki`),
  },
} as const satisfies Record<string, NameLists>

export type NameList = keyof typeof nameLists
